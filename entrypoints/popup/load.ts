import { t } from '../../lib/i18n.ts';
import { settingsInForce } from '../../lib/managed/in-force.ts';
import { addedId, originOfAdded, originToAdd, siteOfAdded } from '../../lib/sites/added.ts';
import { oneCard, siteIdAt } from '../../lib/sites/cards.ts';
import { matchesPattern } from '../../lib/sites/patterns.ts';
import { isGuarded } from '../../lib/sites/permissions.ts';
import type { SiteCard } from '../../lib/sites/types.ts';
import {
  dueReminders,
  readAddedSites,
  readProjects,
  readReview,
  readSettings,
  recentLedger,
  StoreProblem,
  unreadChanges,
} from '../../lib/store/index.ts';
import type { Project } from '../../lib/store/types.ts';
import type { KnownView, PopupSite, PopupView, SiteView, UnknownView } from '../../lib/ui/view.ts';
import { currentTab, guardIn, hasAccess, readManaged } from './reach.ts';

type Tab = Awaited<ReturnType<typeof currentTab>>;

/** Reads what is stored about the page in front of the person. Never throws: a store that cannot be read is a view, too. */
export async function loadView(search: string): Promise<PopupView> {
  const tab = await currentTab(search);
  const id = siteIdAt(tab?.url ?? '');
  const card = id === undefined ? undefined : await oneCard(id);
  try {
    // A private window is shown to others more lightly than one thinks: it names no project.
    const reading = tab?.incognito ? [] : dueReminders(Date.now());
    const [view, due] = await Promise.all([pageView(card, tab), reading]);
    return due.length > 0 ? { ...view, due } : view;
  } catch (error) {
    return { kind: 'damaged', site: card, reason: reasonOf(error) };
  }
}

async function pageView(card: SiteCard | undefined, tab: Tab): Promise<KnownView | SiteView | UnknownView> {
  if (card && !isGuarded(card)) return knownView(card, tab);
  const site = card ?? (await addedSite(tab));
  return site ? siteView(site, tab) : unknownView(tab);
}

/** The site that the person added, or that their organisation has decided on. */
async function addedSite(tab: Tab): Promise<PopupSite | undefined> {
  if (!tab?.url || !URL.canParse(tab.url)) return undefined;
  const page = new URL(tab.url);
  const [own, { sites }] = await Promise.all([readAddedSites(), readManaged()]);
  return [...own, ...sites.map((origin) => ({ origin, addedAt: 0 }))]
    .map(siteOfAdded)
    .find(({ pages }) => pages.some(({ pattern }) => matchesPattern(page, pattern)));
}

async function siteView(site: PopupSite, tab: Tab): Promise<SiteView> {
  const [review, unread, ledger, permitted, guard, projects, settings, managed] = await Promise.all([
    readReview(site.id),
    unreadChanges(),
    recentLedger({ tab: tab?.id, site: site.id }),
    hasAccess(site),
    guardIn(tab?.id),
    readProjects(),
    readSettings(),
    readManaged(),
  ]);
  // What the person put aside themselves they can take up again; what their organisation did, they cannot.
  const decided = managed.sites.map(addedId);
  const { notForClients: forbidden, cadence } = settingsInForce({ ...settings, notForClients: [] }, managed);
  return {
    kind: 'site',
    site,
    added: decided.includes(site.id) ? 'managed' : originOfAdded(site.id) !== null,
    review,
    changes: unread.filter((change) => change.site === site.id),
    elsewhere: unread.filter((change) => change.site !== site.id),
    ledger,
    permitted,
    guard,
    privately: tab?.incognito === true,
    muted: settings.muted.includes(site.id),
    notForClients: forbidden.includes(site.id) ? 'managed' : settings.notForClients.includes(site.id),
    cadence,
    projects: withNameless(projects),
    work: projects[0]?.work ?? 'public',
    now: Date.now(),
  };
}

/** Work without a name is a project, too: the current one until another is chosen. */
function withNameless(projects: readonly Project[]): [Project, ...Project[]] {
  const nameless: Project = { name: '', chosenAt: 0, ticks: {} };
  const [first = nameless, ...others] = projects;
  const all = [first, ...others];
  return all.some(({ name }) => name === '') ? [first, ...others] : [first, ...others, nameless];
}

async function knownView(site: SiteCard, tab: Tab): Promise<KnownView> {
  const real = site.imitates?.site;
  const [elsewhere, original] = await Promise.all([unreadChanges(), real ? oneCard(real) : undefined]);
  return {
    kind: 'known',
    host: hostOf(tab?.url) ?? site.name,
    site,
    real: original,
    elsewhere,
    now: Date.now(),
  };
}

async function unknownView(tab: Tab): Promise<UnknownView> {
  return {
    kind: 'unknown',
    host: hostOf(tab?.url),
    origin: originToAdd(tab?.url ?? '') ?? undefined,
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
