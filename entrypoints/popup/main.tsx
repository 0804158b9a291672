import { render } from 'preact';
import { t } from '../../lib/i18n.ts';
import { PopupPage } from '../../lib/ui/components/PopupPage.tsx';
import { speakHere } from '../../lib/ui/language.ts';
import { loadMore } from '../../lib/ui/more.ts';
import { runPopup } from '../../lib/ui/popup.ts';
import { tell } from '../../lib/ui/tell.ts';
import { loadView } from './load.ts';
import { requestAccess, requestOrigin } from './reach.ts';

speakHere(document);
const root = document.getElementById('app');
const loading = document.querySelector('.loading');
if (loading) loading.textContent = t('popup_opening');

if (root) {
  void runPopup({
    load: () => loadView(location.search),
    loadMore,
    strangers: async () => (await import('./strangers.ts')).strangersIn(location.search),
    tell,
    requestAccess,
    requestOrigin,
    lookAround: async () => (await import('./page.ts')).lookAtTab(location.search),
    reloadPage: async () => (await import('./page.ts')).reloadPage(location.search),
    copy: (text) => navigator.clipboard.writeText(text),
    draw: (view, check, actions) => render(<PopupPage view={view} check={check} actions={actions} />, root),
    focusTitle: () => root.querySelector('h1')?.focus(),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  });
}
