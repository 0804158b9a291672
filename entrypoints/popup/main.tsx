import { render } from 'preact';
import { PopupPage } from '../../lib/ui/components/PopupPage.tsx';
import { runPopup } from '../../lib/ui/popup.ts';
import { loadView } from './load.ts';
import { requestAccess, tell } from './reach.ts';

const root = document.getElementById('app');

if (root) {
  // The first drawing replaces the placeholder; Preact would otherwise try to take it over.
  root.textContent = '';
  void runPopup({
    load: () => loadView(location.search),
    tell,
    requestAccess,
    draw: (view, check, actions) => render(<PopupPage view={view} check={check} actions={actions} />, root),
    focusTitle: () => root.querySelector('h1')?.focus(),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  });
}
