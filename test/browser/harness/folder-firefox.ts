import type { Page } from 'puppeteer-core';
import { inFirefox, withTab } from './bidi.ts';
import { until } from './until.ts';

/**
 * Chooses a folder in the input at `selector` with a click on it: in the place of the system's dialog, which a test cannot reach, stands
 * one of ours. Firefox's own question whether the page may have all these files is answered with yes.
 */
export async function pickFolderInFirefox(page: Page, selector: string, path: string): Promise<void> {
  await inFirefox(page.browser(), STAND_IN, path);
  await page.click(selector);
  await until(() => withTab<boolean>(page, SAY_YES), { what: 'the question of Firefox' });
}

/** From now on a dialog of the system for files gives the folder at `path`, without a word. */
const STAND_IN = `(path) => {
  const folder = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
  folder.initWithPath(path);
  const picker = {
    QueryInterface: ChromeUtils.generateQI(['nsIFilePicker']),
    file: folder,
    init() {},
    appendFilter() {},
    appendFilters() {},
    appendRawFilter() {},
    open: (callback) => Services.tm.dispatchToMainThread(() => callback.done(Ci.nsIFilePicker.returnOK)),
  };
  const factory = { createInstance: (iid) => picker.QueryInterface(iid), QueryInterface: ChromeUtils.generateQI(['nsIFactory']) };
  Components.manager
    .QueryInterface(Ci.nsIComponentRegistrar)
    .registerFactory(Services.uuid.generateUUID(), '', '@mozilla.org/filepicker;1', factory);
}`;

/** Presses the first button of the question that lies over the tab; false while there is none. */
const SAY_YES = `async (tab) => {
  const [dialog] = gBrowser.getTabDialogBox(tab).getTabDialogManager()._dialogs;
  if (!dialog) return false;
  await dialog._dialogReady;
  dialog._frame.contentDocument.getElementById('commonDialog').acceptDialog();
  return true;
}`;
