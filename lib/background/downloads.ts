import { browser } from '../browser.ts';
import { baseName, folderFor, isModel, sourcesOf } from '../downloads/place.ts';
import { allSites, siteForUrl } from '../sites/index.ts';
import type { Site } from '../sites/types.ts';
import { addToLedger, currentProject, knownSites } from '../store/index.ts';
import { NO_TAB } from '../store/ledger.ts';
import { reportProblem } from '../watch/report.ts';

/** What both browsers tell of a download (MDN, "downloads.DownloadItem"), as far as we rely on it. */
type Item = { filename: string; url: string; finalUrl?: string; referrer?: string; incognito: boolean };
type Suggest = (place?: { filename: string; conflictAction: 'uniquify' }) => void;
/** Chromium's alone: it asks where a download is to go (Chrome for Developers, "downloads.onDeterminingFilename"). */
type Asking = { addListener(listener: (item: Item, suggest: Suggest) => true): void };

let isListening = false;

/**
 * Files models from guarded sites under the current project, and notes them. Only with the person's permission for downloads, which may
 * come later; without it there is no API to listen to.
 */
export function fileDownloads(): void {
  listen();
  browser.permissions.onAdded.addListener(listen);
}

function listen(): void {
  const { downloads } = browser as Partial<typeof browser>;
  if (isListening || !downloads) return;
  isListening = true;
  const { onDeterminingFilename } = downloads as { onDeterminingFilename?: Asking };
  if (onDeterminingFilename) onDeterminingFilename.addListener(suggestPlace);
  else downloads.onCreated.addListener((item) => void noteOnly(item as Item).catch(reportProblem));
}

/** `true`: the answer comes later. The download waits for it, so there is always one. */
function suggestPlace(item: Item, suggest: Suggest): true {
  filed(item).then(
    (filename) => (filename ? suggest({ filename, conflictAction: 'uniquify' }) : suggest()),
    (error: unknown) => {
      reportProblem(error);
      suggest();
    },
  );
  return true;
}

/** Where a download goes, once it is noted; null when it is none of ours to place. */
async function filed(item: Item): Promise<string | null> {
  const wanted = await wantedPlace(item);
  if (!wanted) return null;
  await note(item, wanted, true);
  return `${wanted.folder}/${baseName(item.filename)}`;
}

/** Firefox lets nobody choose the place: it is noted where the file should go. */
async function noteOnly(item: Item): Promise<void> {
  const wanted = await wantedPlace(item);
  if (wanted) await note(item, wanted, false);
}

type Wanted = { site: Site; folder: string };

async function wantedPlace(item: Item): Promise<Wanted | null> {
  if (item.incognito || !isModel(item.filename)) return null;
  const site = await siteOf(item);
  const folder = site && folderFor((await currentProject())?.name ?? '');
  return folder ? { site, folder } : null;
}

async function siteOf(item: Item): Promise<Site | undefined> {
  const sites = await knownSites().catch(() => allSites());
  for (const address of sourcesOf(item)) {
    const site = siteForUrl(address, sites);
    if (site) return site;
  }
  return undefined;
}

async function note({ filename }: Item, { site, folder }: Wanted, isFiled: boolean): Promise<void> {
  const name = baseName(filename);
  const where = { at: Date.now(), site: site.id, tab: NO_TAB };
  await addToLedger([{ type: 'download', ...where, name, folder, filed: isFiled }]);
}
