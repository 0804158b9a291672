import { t } from '../../lib/i18n.ts';
import { settingsInForce } from '../../lib/managed/in-force.ts';
import { addedId, originOfAdded, originToAdd, siteOfAdded } from '../../lib/sites/added.ts';
import { oneCard, siteIdAt } from '../../lib/sites/cards.ts';
import { matchesPattern } from '../../lib/sites/patterns.ts';
import { isGuarded } from '../../lib/sites/permissions.ts';
import type { SiteCard } from '../../lib/sites/types.ts';
import { dueReminders, readReview, recentLedger, StoreProblem } from '../../lib/store/index.ts';
import type { Project } from '../../lib/store/types.ts';
import type { KnownView, PopupSite, PopupView, SiteView, UnknownView } from '../../lib/ui/view.ts';
import { currentTab, guardIn, hasAccess } from './reach.ts';
import { readStored } from './stored.ts';

type Tab = Awaited<ReturnType<typeof currentTab>>;

/** Reads what is stored about the page in front of the person. Never throws: a store that cannot be read is a view, too. */
export async function loadView(search: string): Promise<PopupView> {
  const stored = readStored();
  const tab = await currentTab(search);
  const guard = guardIn(tab?.id);
  const id = siteIdAt(tab?.url ?? '');
  const card = id === undefined ? undefined : await oneCard(id);
  try {
    // A private window is shown to others more lightly than one thinks: it names no project.
    const reading = tab?.incognito ? [] : dueReminders(Date.now());
    const [view, due] = await Promise.all([pageView(card, { tab, stored, guard }), reading]);
    return due.length > 0 ? { ...view, due } : view;
  } catch (error) {
    return { kind: 'damaged', site: card, reason: reasonOf(error) };
  }
}

/** What is known of the page in front of the person, and what is asked for meanwhile. */
type Asked = { tab: Tab; stored: ReturnType<typeof readStored>; guard: ReturnType<typeof guardIn> };

async function pageView(
  card: SiteCard | undefined,
  asked: Asked,
): Promise<KnownView | SiteView | UnknownView> {
  if (card && !isGuarded(card)) return knownView(card, asked);
  const site = card ?? (await addedSite(asked));
  return site ? siteView(site, asked) : unknownView(asked);
}

/** The site that the person added, or that their organisation has decided on. */
async function addedSite({ tab, stored }: Asked): Promise<PopupSite | undefined> {
  if (!tab?.url || !URL.canParse(tab.url)) return undefined;
  const page = new URL(tab.url);
  const { added, managed } = await stored;
  return [...added, ...managed.sites.map((origin) => ({ origin, addedAt: 0 }))]
    .map(siteOfAdded)
    .find(({ pages }) => pages.some(({ pattern }) => matchesPattern(page, pattern)));
}

async function siteView(site: PopupSite, { tab, stored, guard }: Asked): Promise<SiteView> {
  const [review, ledger, permitted, state, { unread, projects, settings, managed }] = await Promise.all([
    readReview(site.id),
    recentLedger({ tab: tab?.id, site: site.id }),
    hasAccess(site),
    guard,
    stored,
  ]);
  // What the person put aside themselves they can take up again; what their organisation did, they cannot.
  const { notForClients: forbidden, cadence } = settingsInForce({ ...settings, notForClients: [] }, managed);
  return {
    kind: 'site',
    site,
    added: managed.sites.map(addedId).includes(site.id) ? 'managed' : originOfAdded(site.id) !== null,
    review,
    changes: unread.filter((change) => change.site === site.id),
    elsewhere: unread.filter((change) => change.site !== site.id),
    ledger,
    permitted,
    guard: state,
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

async function knownView(site: SiteCard, { tab, stored }: Asked): Promise<KnownView> {
  const real = site.imitates?.site;
  const [{ unread }, original] = await Promise.all([stored, real ? oneCard(real) : undefined]);
  return {
    kind: 'known',
    host: hostOf(tab?.url) ?? site.name,
    site,
    real: original,
    elsewhere: unread,
    now: Date.now(),
  };
}

async function unknownView({ tab, stored }: Asked): Promise<UnknownView> {
  return {
    kind: 'unknown',
    host: hostOf(tab?.url),
    origin: originToAdd(tab?.url ?? '') ?? undefined,
    elsewhere: (await stored).unread,
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
