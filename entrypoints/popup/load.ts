import { t } from '../../lib/i18n.ts';
import { allSites, siteForUrl } from '../../lib/sites/index.ts';
import type { Site } from '../../lib/sites/types.ts';
import { readReview, recentLedger, StoreProblem, unreadChanges } from '../../lib/store/index.ts';
import type { PopupView, SiteView, UnknownView } from '../../lib/ui/view.ts';
import { currentTab, guardIn, hasAccess } from './reach.ts';

type Tab = Awaited<ReturnType<typeof currentTab>>;

/** Reads what is stored about the page in front of the person. Never throws: a store that cannot be read is a view, too. */
export async function loadView(search: string): Promise<PopupView> {
  const tab = await currentTab(search);
  const site = tab?.url ? siteForUrl(tab.url) : undefined;
  try {
    return site ? await siteView(site, tab) : await unknownView(tab);
  } catch (error) {
    return { kind: 'damaged', site, reason: reasonOf(error) };
  }
}

async function siteView(site: Site, tab: Tab): Promise<SiteView> {
  const [review, unread, ledger, permitted, guard] = await Promise.all([
    readReview(site.id),
    unreadChanges(),
    recentLedger({ tab: tab?.id, site: site.id }),
    hasAccess(site),
    guardIn(tab?.id),
  ]);
  return {
    kind: 'site',
    site,
    review,
    changes: unread.filter((change) => change.site === site.id),
    elsewhere: unread.filter((change) => change.site !== site.id),
    ledger,
    permitted,
    guard,
    now: Date.now(),
  };
}

async function unknownView(tab: Tab): Promise<UnknownView> {
  return {
    kind: 'unknown',
    host: hostOf(tab?.url),
    known: allSites().map(({ name }) => name),
    elsewhere: await unreadChanges(),
    now: Date.now(),
  };
}

/** Only web pages have a host worth naming; the browser's own pages do not. */
function hostOf(url: string | undefined): string | undefined {
  const page = url && URL.canParse(url) ? new URL(url) : undefined;
  return page && /^https?:$/.test(page.protocol) ? page.hostname : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof StoreProblem ? error.message : t('store_unknown');
}
