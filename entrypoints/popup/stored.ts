import { readAddedSites, readProjects, readSettings, unreadChanges } from '../../lib/store/index.ts';
import { readManaged } from './reach.ts';

/** What of the store does not depend on the page: read while the browser still says which page that is. */
export function readStored() {
  const reading = readAll();
  // Whoever waits for it hears what went wrong.
  reading.catch(() => {});
  return reading;
}

async function readAll() {
  const [unread, projects, settings, added, managed] = await Promise.all([
    unreadChanges(),
    readProjects(),
    readSettings(),
    readAddedSites(),
    readManaged(),
  ]);
  return { unread, projects, settings, added, managed };
}
