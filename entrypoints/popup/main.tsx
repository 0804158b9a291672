import { render } from 'preact';
import { t } from '../../lib/i18n.ts';
import { PopupPage } from '../../lib/ui/components/PopupPage.tsx';
import { speakHere } from '../../lib/ui/language.ts';
import { runPopup } from '../../lib/ui/popup.ts';
import { loadFlagWords } from '../../lib/ui/words/flags.ts';
import { loadView } from './load.ts';
import { reloadPage, requestAccess, tell } from './reach.ts';

speakHere(document);
const root = document.getElementById('app');
const words = loadFlagWords();
const loading = document.querySelector('.loading');
if (loading) loading.textContent = t('popup_opening');

if (root) {
  void runPopup({
    load: async () => (await Promise.all([loadView(location.search), words]))[0],
    tell,
    requestAccess,
    reloadPage: () => reloadPage(location.search),
    copy: (text) => navigator.clipboard.writeText(text),
    draw: (view, check, actions) => render(<PopupPage view={view} check={check} actions={actions} />, root),
    focusTitle: () => root.querySelector('h1')?.focus(),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  });
}
