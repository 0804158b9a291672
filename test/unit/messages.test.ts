import { describe, expect, it } from 'vitest';
import { route, type Services } from '../../lib/background/routes.ts';
import type { Sender } from '../../lib/background/trust.ts';
import { MAX_HTML, ownMessage, pageMessage, stripperBrought } from '../../lib/messages.ts';
import { siteOfAdded } from '../../lib/sites/added.ts';
import { allSites } from '../../lib/sites/index.ts';
import { FILE_CHOICES, type LedgerEntry } from '../../lib/store/types.ts';
import { USUAL_FILES, USUAL_RULES, USUAL_SETTINGS } from '../../lib/store/usual.ts';

const own = { id: 'meshwarden', pages: 'chrome-extension://meshwarden/' };
const page: Sender = {
  id: own.id,
  url: 'https://www.meshy.ai/workspace?x=1',
  origin: 'https://www.meshy.ai',
  frameId: 0,
  tab: { id: 7, incognito: false },
};
const popup: Sender = {
  id: own.id,
  url: `${own.pages}popup.html?tab=7`,
  origin: 'chrome-extension://meshwarden',
};

const ready = { type: 'guard-ready', limited: false };
const file = {
  name: 'a.jpg',
  format: 'jpeg',
  status: 'stripped',
  size: 10,
  removedBytes: 4,
  removed: ['location'],
  outcome: 'cleaned',
};
const vetted = { type: 'files-vetted', files: [file] };
const held = { type: 'upload-held', host: 'upload.example', odd: [], outcome: 'kept' };
const check = { type: 'check-now', site: 'meshy' };
const policyTab: Sender = {
  ...page,
  url: 'https://www.meshy.ai/privacy-policy#retention',
};
const shown = { type: 'policy-shown', html: '<p>We</p>' };
const wanted = { type: 'stripper-wanted', isHere: false };
const add = { type: 'add-site', url: 'http://127.0.0.1:7860/' };
const remove = { type: 'remove-site', site: 'added:http://127.0.0.1' };
const choose = { type: 'save-settings', settings: { ...USUAL_SETTINGS, cadence: 'month', muted: ['tripo'] } };
const pin = { type: 'pin-site', site: 'meshy', pinned: true };
const remind = { type: 'remind', project: 'Dragon', sites: ['tripo', 'meshy'], dueAt: 9 };
const settle = { type: 'settle-reminder', reminder: 3, as: 'done' };
const erase = { type: 'erase-ledger' };
const mark = { type: 'mark-read', changes: [1, 2] };
const refuse = { type: 'mark-site', site: 'meshy', mark: 'notForClients', on: true };

function record() {
  const done: string[] = [];
  const ledger: LedgerEntry[] = [];
  const services: Services = {
    now: () => 5,
    sites: async () => [...allSites(), siteOfAdded({ origin: 'http://127.0.0.1', addedAt: 0 })],
    addSite: async (url) => {
      done.push(`add ${url}`);
      return { ok: true };
    },
    removeSite: async (site) => void done.push(`remove ${site}`),
    siteUsed: async ({ site }) => void done.push(`used ${site.id}`),
    checkNow: async (site) => {
      done.push(`check ${site}`);
      return site === 'meshy';
    },
    pinSite: async (site, pinned) => {
      done.push(`${pinned ? 'pin' : 'unpin'} ${site}`);
      return site === 'meshy';
    },
    remind: async ({ project, sites, dueAt }) => void done.push(`remind ${project} ${sites} ${dueAt}`),
    settleReminder: async (reminder, as) => void done.push(`${reminder} ${as}`),
    eraseLedger: async (site) => void done.push(`erase ${site ?? 'all'}`),
    saveProject: async ({ name, chosenAt }) => void done.push(`project ${name} at ${chosenAt}`),
    forgetProject: async (name) => void done.push(`forget ${name}`),
    markRead: async (changes) => void done.push(`read ${changes.join()}`),
    policyShown: async (site, kind, html) => void done.push(`${site.id} ${kind}: ${html}`),
    saveSettings: async ({ cadence, muted, files }) => {
      const kept = FILE_CHOICES.filter((choice) => files[choice]);
      done.push(`every ${cadence}, but ${muted}; ${kept}`);
    },
    backupTaken: async () => void done.push('backup taken'),
    markSite: async (site, mark, on) => void done.push(`${site} ${mark}: ${on}`),
    allowUploads: async ({ tab }, host) => void done.push(`allow ${host} in ${tab}`),
    bringStripper: async ({ tab, frame }) => {
      if (frame === 9) throw new Error('no such frame');
      done.push(`stripper to ${tab}, ${frame}`);
    },
    fileChoices: async () => ({ ...USUAL_FILES, keepHdr: false }),
    addToLedger: async (entries) => void ledger.push(...entries),
  };
  return { done, ledger, services };
}

async function send(message: unknown, sender: Sender) {
  const { done, ledger, services } = record();
  const reply = await route(message, sender, own, services);
  return { done, ledger, ok: 'ok' in reply ? reply.ok : reply };
}

describe('a guarded page', () => {
  it('is noted as used', async () => {
    expect(await send(ready, page)).toEqual({ done: ['used meshy'], ledger: [], ok: true });
  });

  it('has its files written down under the site and tab that the browser names', async () => {
    const lying = {
      ...vetted,
      site: 'tripo',
      tab: 1,
      files: [{ ...file, value: '51.5, -0.1', site: 'tripo' }],
    };
    const { ledger, done } = await send(lying, page);
    expect(ledger).toEqual([{ type: 'file', at: 5, site: 'meshy', tab: 7, ...file }]);
    expect(done).toEqual(['used meshy']);
  });

  it('has an allowed upload let through before it is written down', async () => {
    const { done, ledger } = await send({ ...held, outcome: 'sent' }, page);
    expect(done).toEqual(['allow upload.example in 7', 'used meshy']);
    expect(ledger).toMatchObject([{ outcome: 'sent' }]);
  });

  it('has its encrypted uploads written down, with the cloud they went to', async () => {
    const host = 'bucket.s3.eu-central-1.amazonaws.com';
    const { ledger } = await send({ type: 'upload-sent', host, odd: [], local: false }, page);
    expect(ledger).toEqual([
      {
        type: 'upload',
        at: 5,
        site: 'meshy',
        tab: 7,
        host,
        provider: 'Amazon S3',
        region: 'eu-central-1',
        party: 'third',
        encrypted: true,
        outcome: 'sent',
      },
    ]);
    expect((await send({ type: 'upload-sent', host: 7, odd: [], local: false }, page)).ledger).toEqual([]);
  });

  it('has uploads to this computer written down as such', async () => {
    const { ledger } = await send({ type: 'upload-sent', host: '127.0.0.1', odd: [], local: true }, page);
    expect(ledger).toMatchObject([{ host: '127.0.0.1', local: true, encrypted: false, outcome: 'sent' }]);
  });

  it('has what is odd about an address written down, and nothing that only looks like it', async () => {
    const sent = { type: 'upload-sent', host: 'kaidim.com', local: false };
    const odd = [
      { id: 'port', about: '8443' },
      { id: 'bears_name', about: 'Kaedim' },
    ];
    const { ledger } = await send({ ...sent, odd: odd.map((each) => ({ ...each, more: 1 })) }, page);
    expect(ledger).toMatchObject([{ host: 'kaidim.com', odd }]);
    for (const wrong of [
      [{ id: 'rude' }],
      [{ id: 'port', about: 8443 }],
      [null],
      Array(6).fill({ id: 'port' }),
      'port',
      undefined,
    ])
      expect((await send({ ...sent, odd: wrong }, page)).ledger).toEqual([]);
  });

  it('has its held uploads written down', async () => {
    const { ledger } = await send(held, page);
    expect(ledger).toEqual([
      {
        type: 'upload',
        at: 5,
        site: 'meshy',
        tab: 7,
        host: 'upload.example',
        party: 'third',
        encrypted: false,
        outcome: 'kept',
      },
    ]);
  });

  it.each([check, mark, pin, remind, settle, erase, choose, shown, add, remove])(
    'may not do what our own pages may: %o',
    async (message) => {
      expect(await send(message, page)).toEqual({ done: [], ledger: [], ok: false });
    },
  );

  it.each([
    ['null', null],
    ['a text', 'guard-ready'],
    ['a list', [ready]],
    ['an unknown type', { type: 'fetch', url: 'https://evil.example/' }],
    ['a missing field', { type: 'guard-ready' }],
    ['no files', { ...vetted, files: [] }],
    ['a file of an unknown format', { ...vetted, files: [{ ...file, format: 'exe' }] }],
    ['a negative size', { ...vetted, files: [{ ...file, size: -1 }] }],
    ['a kind that is a value', { ...vetted, files: [{ ...file, removed: ['51.5, -0.1'] }] }],
    ['a name of a megabyte', { ...vetted, files: [{ ...file, name: 'x'.repeat(1e6) }] }],
    ['an outcome we do not have', { ...held, outcome: 'sent-secretly' }],
  ])('is refused %s', async (_what, message) => {
    expect(await send(message, page)).toEqual({ done: [], ledger: [], ok: false });
  });
});

describe('a frame', () => {
  const space = {
    ...page,
    url: 'https://someone-space.hf.space/',
    origin: 'https://someone-space.hf.space',
    frameId: 4,
  };

  it('of a Space counts as the Space’s site, whatever page is around it', async () => {
    expect((await send(vetted, space)).ledger).toMatchObject([{ site: 'huggingface-spaces' }]);
  });

  it('is no use of a site by being there', async () => {
    expect((await send(ready, space)).done).toEqual([]);
  });

  it('without an address counts as the page that made it', async () => {
    const blank = { ...page, url: 'about:blank', frameId: 3 };
    expect((await send(vetted, blank)).ledger).toMatchObject([{ site: 'meshy' }]);
  });

  it('of nobody is nobody', async () => {
    const sandboxed = { ...page, url: 'about:srcdoc', origin: 'null', frameId: 3 };
    expect((await send(vetted, sandboxed)).ok).toBe(false);
    const elsewhere = { ...sandboxed, tab: { id: 7, url: 'https://evil.example/' } };
    expect((await send(vetted, elsewhere)).ok).toBe(false);
  });

  it('without an origin belongs to the page in its tab', async () => {
    for (const url of ['about:srcdoc', 'data:text/html,x']) {
      const tab = { id: 7, url: 'https://www.meshy.ai/workspace' };
      const sandboxed = { ...page, url, origin: 'null', frameId: 3, tab };
      expect((await send(vetted, sandboxed)).ledger).toMatchObject([{ site: 'meshy' }]);
    }
  });
});

describe('a site that the person added', () => {
  const local = { ...page, url: 'http://127.0.0.1:7860/?view=1', origin: 'http://127.0.0.1:7860' };

  it('is a guarded page, whatever its port', async () => {
    expect((await send(vetted, local)).ledger).toMatchObject([{ site: 'added:http://127.0.0.1' }]);
  });

  it.each([
    { url: 'https://127.0.0.1/', origin: 'https://127.0.0.1' },
    { url: 'http://127.0.0.2/', origin: 'http://127.0.0.2' },
    { url: 'http://127.0.0.1.evil.example/', origin: 'http://127.0.0.1.evil.example' },
  ])('is no other: %o', async (other) => {
    expect((await send(vetted, { ...local, ...other })).ok).toBe(false);
  });
});

describe('the stripper', () => {
  const brought = { type: 'stripper-brought', choices: { ...USUAL_FILES, keepHdr: false } };

  it('is brought to the very frame that wants it, with how the person wants files cleaned', async () => {
    const frame = { ...page, frameId: 3 };
    expect(await send(wanted, frame)).toEqual({ done: ['stripper to 7, 3'], ledger: [], ok: brought });
  });

  it('is not brought twice', async () => {
    expect(await send({ ...wanted, isHere: true }, page)).toEqual({ done: [], ledger: [], ok: brought });
  });

  it('is brought in a private window, too', async () => {
    const privately = { ...page, tab: { id: 7, incognito: true } };
    expect((await send(wanted, privately)).ok).toEqual(brought);
  });

  it('is said not to be there when the browser does not let us', async () => {
    await expect(send(wanted, { ...page, frameId: 9 })).rejects.toThrow('no such frame');
  });

  it.each([{ type: 'stripper-wanted' }, { ...wanted, isHere: 0 }])(
    'is not brought at a word that does not fit: %o',
    async (message) => {
      expect((await send(message, page)).done).toEqual([]);
    },
  );

  it.each([brought, { ...brought, extra: 1 }])(
    'is believed to be there when the answer fits: %#',
    (answer) => {
      expect(stripperBrought(answer)).toEqual(brought);
    },
  );

  it.each([null, { ok: false, problem: 'x' }, { type: 'stripper-brought' }, { ...brought, choices: {} }])(
    'is not believed to be there: %o',
    (answer) => {
      expect(stripperBrought(answer)).toBeNull();
    },
  );
});

describe('the page of a policy', () => {
  it('may hand over what it says, as the document that the browser says it is', async () => {
    const done = ['meshy privacy: <p>We</p>'];
    expect(await send({ ...shown, kind: 'terms', site: 'tripo' }, policyTab)).toEqual({
      done,
      ledger: [],
      ok: true,
    });
    expect((await send(shown, { ...policyTab, url: 'https://meshy.ai/privacy-policy/' })).done).toEqual(done);
  });

  it('need not be a page that is guarded', async () => {
    const url = 'https://huggingface.co/privacy';
    expect((await send(shown, { ...policyTab, url })).done).toEqual([
      'huggingface-spaces privacy: <p>We</p>',
    ]);
    expect((await send(ready, { ...policyTab, url })).ok).toBe(false);
  });

  it.each([
    ['a page below it', { url: 'https://www.meshy.ai/privacy-policy/old' }],
    ['a page whose name begins alike', { url: 'https://www.meshy.ai/privacy-policy-2019' }],
    ['another view of it', { url: 'https://www.meshy.ai/privacy-policy?lang=de' }],
    ['another host of the vendor', { url: 'https://app.meshy.ai/privacy-policy' }],
    ['a look-alike', { url: 'https://www.meshy.ai.evil.example/privacy-policy' }],
    ['a page without encryption', { url: 'http://www.meshy.ai/privacy-policy' }],
    ['a frame', { frameId: 3 }],
    ['another extension', { id: 'other' }],
    ['no tab', { tab: undefined }],
  ])('is no other: %s', async (_what, other) => {
    expect(await send(shown, { ...policyTab, ...other })).toEqual({ done: [], ledger: [], ok: false });
  });

  it.each([{ html: 7 }, { html: 'x'.repeat(MAX_HTML + 1) }, { type: 'policy' }])(
    'is not believed: %#',
    async (more) => {
      expect((await send({ ...shown, ...more }, policyTab)).ok).toBe(false);
    },
  );
});

describe('a private window', () => {
  it('may have an upload allowed all the same', async () => {
    const privately = { ...page, tab: { id: 7, incognito: true } };
    const { done, ledger } = await send({ ...held, outcome: 'sent' }, privately);
    expect([done, ledger]).toEqual([['allow upload.example in 7'], []]);
  });

  it.each([ready, vetted, held, shown])('leaves nothing behind: %o', async (message) => {
    const privately = { ...policyTab, tab: { id: 7, incognito: true } };
    expect(await send(message, privately)).toEqual({ done: [], ledger: [], ok: true });
  });
});

describe('a stranger', () => {
  const senders: [string, Sender][] = [
    ['another extension', { ...page, id: 'other' }],
    [
      'a page outside the catalogue',
      { ...page, url: 'https://evil.example/', origin: 'https://evil.example' },
    ],
    [
      'a site’s name in the path',
      { ...page, url: 'https://evil.example/www.meshy.ai/', origin: 'https://evil.example' },
    ],
    [
      'a look-alike host',
      { ...page, url: 'https://www.meshy.ai.evil.example/', origin: 'https://evil.example' },
    ],
    ['the site without encryption', { ...page, url: 'http://www.meshy.ai/', origin: 'http://www.meshy.ai' }],
    ['another extension that names our page', { ...popup, id: 'other' }],
    ['no tab', { ...page, tab: undefined }],
    ['nothing at all', {}],
    ['another extension’s page', { ...popup, url: 'chrome-extension://meshwarden.evil/popup.html' }],
    ['a page that names our address', { ...popup, url: `https://evil.example/${own.pages}` }],
  ];
  const messages = [
    ready,
    vetted,
    held,
    wanted,
    shown,
    check,
    mark,
    pin,
    remind,
    settle,
    erase,
    choose,
    refuse,
    { type: 'backup-taken' },
    add,
    remove,
  ];

  it.each(senders)('is refused everything: %s', async (_who, sender) => {
    for (const message of messages)
      expect(await send(message, sender)).toEqual({ done: [], ledger: [], ok: false });
  });
});

describe('our own pages', () => {
  it('may ask for a look and say what was read', async () => {
    expect(await send(check, popup)).toEqual({ done: ['check meshy'], ledger: [], ok: true });
    expect(await send(mark, popup)).toEqual({ done: ['read 1,2'], ledger: [], ok: true });
  });

  it('may be reminded of what to delete, and say what became of it', async () => {
    expect((await send(remind, popup)).done).toEqual(['remind Dragon tripo,meshy 9']);
    expect((await send(settle, popup)).done).toEqual(['3 done']);
  });

  it('may erase the ledger, or that of one site', async () => {
    expect((await send(erase, popup)).done).toEqual(['erase all']);
    expect((await send({ ...erase, site: 'tripo' }, popup)).done).toEqual(['erase tripo']);
  });

  it('may pin a site of the catalogue, and hears when there is none', async () => {
    expect(await send(pin, popup)).toEqual({ done: ['pin meshy'], ledger: [], ok: true });
    expect(await send({ ...pin, site: 'nowhere' }, popup)).toMatchObject({ ok: false });
  });

  it('may add and remove sites', async () => {
    expect(await send(add, popup)).toEqual({ done: [`add ${add.url}`], ledger: [], ok: true });
    expect(await send(remove, popup)).toEqual({ done: [`remove ${remove.site}`], ledger: [], ok: true });
  });

  it('may save settings', async () => {
    expect(await send(choose, popup)).toEqual({
      done: ['every month, but tripo; keepColourProfile,keepHdr,freshTimestamp'],
      ledger: [],
      ok: true,
    });
  });

  it('may say that a backup was taken in', async () => {
    expect(await send({ type: 'backup-taken' }, popup)).toEqual({
      done: ['backup taken'],
      ledger: [],
      ok: true,
    });
  });

  it('may mark a site', async () => {
    expect(await send(refuse, popup)).toEqual({ done: ['meshy notForClients: true'], ledger: [], ok: true });
  });

  it('hear that a site is unknown', async () => {
    expect((await send({ ...check, site: 'https://evil.example/' }, popup)).ok).toBe(false);
  });

  it('do not speak for a page', async () => {
    expect(await send(vetted, popup)).toEqual({ done: [], ledger: [], ok: false });
    expect(await send(vetted, { ...popup, tab: { id: 7 }, frameId: 0 })).toEqual({
      done: [],
      ledger: [],
      ok: false,
    });
  });

  it.each([
    { ...mark, changes: [-1] },
    { ...mark, changes: [0.5] },
    { ...mark, changes: '1' },
    { ...mark, changes: Array.from({ length: 1_001 }, (_, n) => n) },
    { ...check, site: 7 },
    { ...remind, sites: [] },
    { ...remind, sites: 'tripo' },
    { ...remind, project: 'x'.repeat(201) },
    { ...remind, dueAt: -1 },
    { ...settle, as: 'gone' },
    { ...settle, reminder: 'all' },
    { ...erase, site: null },
    { ...pin, site: 7 },
    { ...pin, pinned: 'yes' },
    { ...refuse, mark: 'cadence' },
    { ...refuse, on: 1 },
    { ...refuse, site: 'https://evil.example/' },
    { ...choose, settings: { ...USUAL_SETTINGS, quiet: { from: 24, to: 1 } } },
    { ...choose, settings: { ...USUAL_SETTINGS, quiet: undefined } },
    { ...choose, settings: { ...USUAL_SETTINGS, notForClients: 'meshy' } },
    { ...choose, settings: null },
    { ...choose, settings: { ...USUAL_SETTINGS, cadence: 'never' } },
    { ...choose, settings: { ...USUAL_SETTINGS, muted: [7] } },
    { ...choose, settings: { cadence: 'month', muted: [] } },
    { ...choose, settings: { ...USUAL_SETTINGS, files: { ...USUAL_FILES, keepHdr: 1 } } },
    { ...choose, settings: { ...USUAL_SETTINGS, files: { keepHdr: true } } },
    ...[
      { off: 'no-sale' },
      { off: [7] },
      { weights: { 'no-sale': 6 } },
      { weights: [5] },
      { phrases: ['CONTENT'] },
      { phrases: [{ flag: 'no-sale' }] },
      { phrases: [{ flag: 'no-sale', phrase: 'x'.repeat(2_001) }] },
      { phrases: Array.from({ length: 101 }, () => ({ flag: 'no-sale', phrase: 'x' })) },
    ].map((rules) => ({ ...choose, settings: { ...USUAL_SETTINGS, rules: { ...USUAL_RULES, ...rules } } })),
    { ...choose, settings: { ...USUAL_SETTINGS, muted: Array.from({ length: 1_001 }, () => 'x') } },
  ])('are not believed either: %#', async (message) => {
    expect((await send(message, popup)).ok).toBe(false);
  });
});

describe('the makers', () => {
  it('leave out what does not belong', () => {
    expect(pageMessage({ ...ready, extra: 1 })).toEqual(ready);
    expect(ownMessage({ ...check, url: 'https://evil.example/' })).toEqual(check);
  });

  it('copy what they take, so that nobody changes it afterwards', () => {
    const removed = ['location'];
    const made = pageMessage({ ...vetted, files: [{ ...file, removed }] });
    removed.push('51.5, -0.1');
    expect(made).toEqual(vetted);
  });
});
