/**
 * The watch, measured: first what a comparison costs beside a plain diff of lines, then the way from a request to an alert for 160
 * sites, on a server that does everything a server can do wrong before it does the right thing. Clock and waits are made up, so that
 * two weeks pass at once; the code is the real one. Times are also given beside what a monitor of hashes does with the same pages:
 * it fetches each and hashes it.
 *
 *   npm run bench:watch
 */

import type { Site } from '../../lib/sites/types.ts';
import { siteUsed } from '../../lib/watch/index.ts';
import { policyPage } from '../browser/policy-page.ts';
import { freshDatabase } from '../unit/store/help.ts';
import './compare.ts';
import { type Outside, outsideOf } from './watch/outside.ts';
import { type Host, NAMES, serve } from './watch/server.ts';

const SITES = 160;
const HOUR = 3_600_000;
const QUARTER_HOURS = 93 * 24;
/** Looks until everything must be told: two weeks of one every few hours. */
const ROUNDS = 60;
const BAD = 'We use the content you upload to train our generative AI models.';
const GOOD = 'We do not use your uploads to train our AI models.';
/** As long as policies are: some 40 kB. */
const FILLER = Array.from(
  { length: 350 },
  (_, at) =>
    `For purpose ${at} we process the information of kind ${at * 7} that you give to us on our pages.`,
);

type Bench = { sites: Site[]; hosts: Map<string, Host>; outside: Outside };

const sites = Array.from({ length: SITES }, (_, nth) => siteOf(nth));
const hosts = new Map(sites.map(({ id }, nth) => [`${id}.example`, hostOf(nth)]));
const server = await serve(hosts);
const bench: Bench = { sites, hosts, outside: outsideOf(server.base, freshDatabase()) };
// A host that fails is what is measured, not news.
console.warn = () => {};
const plain = await hashes();
await firstVisits(bench, plain);
const troubled = await changes(bench);
report(bench, troubled, plain);
server.close();

function siteOf(nth: number): Site {
  const home = `https://vendor-${nth}.example/`;
  const at = (kind: 'privacy' | 'terms') => ({ kind, url: home + kind, seen: 'primary' as const });
  const policies = [at('privacy'), at('terms')];
  return {
    id: `vendor-${nth}`,
    name: `Vendor ${nth}`,
    status: 'live',
    home,
    uploads: ['image'],
    pages: [],
    uploadHosts: [],
    policies,
    checked: '',
  };
}

function hostOf(nth: number): Host {
  const text = [GOOD, ...FILLER, `We are vendor ${nth}.`];
  return {
    pages: {
      '/privacy': policyPage('Privacy Policy', 'June 4, 2026', text),
      '/terms': policyPage('Terms of Service', 'June 4, 2026', text),
    },
    times: 0,
  };
}

/** Fetches and hashes each page, and does nothing else: milliseconds a page. */
async function hashes(): Promise<number> {
  const pages = sites.flatMap(({ policies }) => policies.map(({ url }) => url));
  const start = performance.now();
  for (const url of pages) {
    const page = await fetch(url.replace('https://', server.base));
    await crypto.subtle.digest('SHA-256', await page.arrayBuffer());
  }
  return (performance.now() - start) / pages.length;
}

async function firstVisits({ sites, outside: { deps, rung } }: Bench, plain: number): Promise<void> {
  const start = performance.now();
  for (const site of sites) await siteUsed(site, deps);
  const page = (performance.now() - start) / sites.flatMap(({ policies }) => policies).length;
  console.log(
    `\n${SITES} sites read, flagged, scored and stored for the first time: ${page.toFixed(0)} ms a page (${times(page, plain)}), ${rung.size} alerts`,
  );
}

function times(ms: number, plain: number): string {
  return `${(ms / plain).toFixed(0)} times a fetch and a hash`;
}

/**
 * Every privacy policy changes, and nine hosts of ten misbehave for their first two requests. Gives back how many hours of the made-up
 * clock it took each site to be told of.
 */
async function changes({ sites, hosts, outside }: Bench): Promise<Map<string, number>> {
  const { deps, clock, rung } = outside;
  const told = new Map<string, number>();
  clock.now += QUARTER_HOURS * HOUR;
  const due = clock.now;
  for (const [nth, host] of [...hosts.values()].entries()) {
    host.pages['/privacy'] = (host.pages['/privacy'] ?? '').replace(GOOD, BAD);
    if (nth % 10 > 0) Object.assign(host, { misdeed: NAMES[nth % NAMES.length], times: 2 });
  }
  for (let round = 0; round < ROUNDS && told.size < SITES; round++) {
    for (const site of sites.filter(({ id }) => !told.has(id))) {
      await siteUsed(site, deps);
      if (rung.has(`change:${site.id}`)) told.set(site.id, (clock.now - due) / HOUR);
    }
    clock.now += 6 * HOUR;
  }
  // Nobody is told a second time.
  for (const site of sites) await siteUsed(site, deps);
  return told;
}

function report(
  { sites, outside: { rung, requests } }: Bench,
  told: Map<string, number>,
  plain: number,
): void {
  const rings = [...rung.values()].flat();
  const waits = rings.map(({ after }) => after).sort((a, b) => a - b);
  const waitOf = (part: number) => waits[Math.floor((waits.length - 1) * part)] ?? Number.NaN;
  const share = (part: number) => `${waitOf(part).toFixed(0)} ms (${times(waitOf(part), plain)})`;
  const late = Math.max(...told.values()).toFixed(0);
  console.log(`changed: ${sites.length} sites, alerts: ${rings.length}, sites told of: ${told.size}`);
  console.log(
    `from the last request to the alert: half in ${share(0.5)}, 95 of 100 in ${share(0.95)}, all in ${share(1)}`,
  );
  console.log(`the last site was told of ${late} hours after it was due; ${requests()} requests in all`);
  if (rings.length !== sites.length || told.size !== sites.length) {
    const missed = sites.filter(({ id }) => !told.has(id)).map(({ id }) => id);
    console.error(`Lost or doubled alerts. Not told of: ${missed.join(', ') || 'none'}`);
    process.exitCode = 1;
  }
}
