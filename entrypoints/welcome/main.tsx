import { render } from 'preact';
import { guardedSites } from '../../lib/sites/index.ts';
import { strip } from '../../lib/strip/index.ts';
import { speakHere } from '../../lib/ui/language.ts';
import { saveFile } from '../../lib/ui/save-file.ts';
import { runWelcome } from '../../lib/ui/welcome/run.ts';
import { WelcomePage } from '../../lib/ui/welcome/WelcomePage.tsx';

speakHere(document);
const root = document.getElementById('app');

async function samplePhoto(): Promise<File> {
  const photo = await fetch('/welcome/photo.jpg');
  return new File([await photo.blob()], 'clay-figure.jpg', { type: 'image/jpeg' });
}

if (root) {
  void runWelcome({
    sites: guardedSites().length,
    sample: samplePhoto,
    strip,
    pictureOf: (file) => URL.createObjectURL(file),
    save: (file) => saveFile(file.name, file),
    draw: (view, actions) => render(<WelcomePage view={view} actions={actions} />, root),
    focusTitle: () => root.querySelector('h1')?.focus(),
  });
}
