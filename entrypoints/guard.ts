import '../lib/upload/isolated-world.ts';

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openUploadDesk, openVettingDesk } from '../lib/upload/desk.ts';
import { beFound } from '../lib/upload/found.ts';
import { openLine } from '../lib/upload/hooks-line.ts';
import { interceptDrop } from '../lib/upload/intercept-drop.ts';
import { interceptInput } from '../lib/upload/intercept-input.ts';
import { interceptPaste } from '../lib/upload/intercept-paste.ts';
import { interceptSubmit } from '../lib/upload/intercept-submit.ts';
import { keepTexts } from '../lib/upload/kept-texts.ts';
import { listenEverywhere } from '../lib/upload/roots.ts';
import { fetchStripper, tell } from '../lib/upload/runtime.ts';
import { isServedByWorker } from '../lib/upload/served.ts';
import { watchSigns } from '../lib/upload/signs.ts';
import { openStripper } from '../lib/upload/stripper.ts';
import { openUi } from '../lib/upload/ui/index.ts';

export default defineUnlistedScript(() => {
  const texts = keepTexts();
  const ui = openUi();
  const { prepare, strip } = openStripper(fetchStripper);
  const files = openVettingDesk(strip, ui, tell);
  const uploads = openUploadDesk(() => location.href, ui, tell);
  const hooks = openLine({ adopt: (root) => everywhere.adopt(root), ...uploads, ...files });
  const onFiles = interceptInput(files, hooks);
  const forms = interceptSubmit(
    {
      mayLeave: (question) => uploads.isFree(question) || uploads.ask(question),
      noteSent: uploads.noteSent,
    },
    files,
    hooks,
  );

  const everywhere = listenEverywhere({
    ...watchSigns(() => {
      prepare();
      texts.keep();
    }),
    input: onFiles,
    change: onFiles,
    drop: interceptDrop(files, hooks),
    paste: interceptPaste(files, hooks),
    submit: forms.onSubmit,
    formdata: forms.onFormData,
  });
  const limited = () => !hooks.isTaken();
  const onFirstDeed = () => {
    if (isServedByWorker()) void tell({ type: 'guard-ready', limited: limited() });
  };
  window.addEventListener('pointerdown', onFirstDeed, { capture: true, once: true });
  beFound({
    status: () => ({ type: 'guard-status', limited: limited() }),
    stopped: (url) => void uploads.ask({ id: 'stopped', route: 'redirect', url, files: [] }),
  });
});
