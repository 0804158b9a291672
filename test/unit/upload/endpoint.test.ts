import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSites, isGuarded } from '../../../lib/sites/index.ts';
import { classifyEndpoint } from '../../../lib/upload/endpoint.ts';
import { ownDomain } from '../../../lib/upload/own-domain.ts';
import type { KnownHosts } from '../../../lib/upload/types.ts';
import { endpointLine } from '../../../lib/words/address.ts';
import { KNOWN_HOSTS } from '../../../rules/sites/hosts.ts';

const PAGE = 'https://studio.tripo3d.ai/app';

/** Where pages send things all day. */
const ORDINARY = [
  'fonts.googleapis.com',
  'storage.googleapis.com',
  'www.google-analytics.com',
  'd111111abcdef8.cloudfront.net',
  'bucket.s3.us-west-2.amazonaws.com',
  'o1.ingest.sentry.io',
  'api.stripe.com',
  'api.segment.io',
  'us.i.posthog.com',
  'api.mixpanel.com',
  'api-js.mixpanel.com',
  'api.amplitude.com',
  'browser-intake-datadoghq.com',
  'api.uploadcare.com',
  'upload.imagekit.io',
  'api.cloudinary.com',
  'www.filestackapi.com',
  'x.supabase.co',
  'firebasestorage.googleapis.com',
  'account.blob.core.windows.net',
  'bucket.oss-cn-shanghai.aliyuncs.com',
  'bucket.cos.ap-shanghai.myqcloud.com',
  'api.openai.com',
  'api.github.com',
  'api.discord.com',
  'unpkg.com',
  'cdn.jsdelivr.net',
];

const anyHost = () =>
  fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV6().map((ip) => `[${ip}]`),
    fc.constantFrom(
      'localhost',
      'a.localhost',
      'nas',
      'printer.local',
      'xn--trpo3d-t9a.ai',
      'kaidim.com',
      'meshyy.ai',
    ),
  );

/** Addresses of every kind, most of which can be read. */
const anyAddress = () =>
  fc.oneof(
    fc.string(),
    fc
      .tuple(
        fc.constantFrom('https', 'http', 'wss', 'ws', 'ftp', 'data', 'blob'),
        fc.constantFrom('', 'me@', 'me:secret@'),
        anyHost(),
        fc.constantFrom('', ':443', ':80', ':8443'),
      )
      .map(([scheme, user, host, port]) => `${scheme}://${user}${host}${port}/upload?x=1`),
  );

describe('what is safe', () => {
  it.each([
    'https://upload.example/x',
    'wss://upload.example',
    '/relative',
    '//cdn.example/x',
    'http://127.0.0.1:7860/upload',
    'http://127.8.9.10/',
    'http://0x7f.1/',
    'http://[::1]:8188/',
    'ws://localhost:8188/ws',
    'http://comfy.localhost/',
    'http://localhost./',
    'blob:https://studio.tripo3d.ai/0',
    'data:text/plain,x',
    'about:blank',
  ])('%s', (url) => {
    expect(classifyEndpoint(url, PAGE).safe).toBe(true);
  });
});

describe('what is not', () => {
  it.each([
    ['http://upload.example/x', /anyone on the way/],
    ['ws://upload.example/', /anyone on the way/],
    ['HTTP://UPLOAD.example/', /anyone on the way/],
    ['http://192.168.1.20:7860/', /local network.*unusual port \(7860\)/],
    ['http://10.0.0.1/', /local network/],
    ['http://172.16.0.1/', /local network/],
    ['http://172.32.0.1/', /number address/],
    ['http://169.254.1.1/', /local network/],
    ['http://[fe80::1]/', /local network/],
    ['http://[fd00::1]/', /local network/],
    ['http://printer.local/', /local network/],
    ['http://nas/', /local network/],
    ['http://8.8.8.8/', /number address/],
    ['http://[2001:db8::1]/', /number address/],
    ['http://10.example.com/', /anyone on the way/],
    ['http://127.0.0.1.example.com/', /anyone on the way/],
    ['http://localhost.example.com/', /anyone on the way/],
    ['http://0.0.0.0/', /number address/],
    ['ftp://files.example/', /anyone on the way/],
    ['mailto:someone@example.com', /not known to be safe/],
    ['http://', /cannot be read/],
    ['https://a b/', /cannot be read/],
  ])('%s', (url, why) => {
    expect(classifyEndpoint(url, PAGE)).toMatchObject({ safe: false, why: expect.stringMatching(why) });
  });

  it('is a relative address of a page in clear text', () => {
    expect(classifyEndpoint('/upload', 'http://studio.example/').safe).toBe(false);
  });
});

describe('what is said besides', () => {
  const why = (url: string, known: KnownHosts = KNOWN_HOSTS) => classifyEndpoint(url, PAGE, known).why;

  it('tells a user name, an odd port and letters that pass for others', () => {
    expect(why('https://studio.tripo3d.ai@evil.example/')).toContain('user name');
    expect(why('https://upload.example:8443/')).toContain('8443');
    expect(why('https://xn--trpo3d-t9a.ai/')).toContain('pass for others');
    expect(why('https://upload.example/')).toBe('The connection is encrypted.');
  });

  it('tells hosts that look like the page or another known one', () => {
    expect(why('https://cdn.trip03d.ai/')).toContain('looks like tripo3d.ai');
    expect(why('https://tripo3d.io/')).toContain('looks like tripo3d.ai');
    expect(why('https://www.meshyy.ai/')).toContain('looks like meshy.ai');
    expect(why('https://www.meshyy.ai/', { hosts: [], doubles: {} })).not.toContain('looks like');
  });

  it('tells a known double by the name that it bears', () => {
    expect(classifyEndpoint('https://cdn.kaidim.com/x', PAGE, KNOWN_HOSTS).odd).toEqual([
      { id: 'bears_name', about: 'Kaedim' },
    ]);
    expect(why('https://www.hunyuan-3d.org/')).toContain('bears the name of Tencent Hunyuan3D');
  });

  it('is nothing where people really send files', () => {
    const hosts = allSites()
      .filter(isGuarded)
      .flatMap((site) => [
        new URL(site.home).hostname,
        ...site.uploadHosts.filter((host) => !host.includes('*')),
      ]);
    const odd = [...hosts, ...ORDINARY].filter((host) =>
      classifyEndpoint(`https://${host}/`, PAGE, KNOWN_HOSTS).odd.some(({ id }) => id !== 'letters'),
    );
    expect(odd).toEqual([]);
  });

  it('is said in the words of the person’s language, which in English are these', () => {
    fc.assert(
      fc.property(anyAddress(), (url) => {
        const endpoint = classifyEndpoint(url, PAGE, KNOWN_HOSTS);
        expect(endpointLine(endpoint)).toBe(endpoint.why);
      }),
    );
  });
});

describe('whose it is', () => {
  it.each([
    ['https://api.tripo3d.ai/', PAGE, 'first'],
    ['/x', PAGE, 'first'],
    ['https://tripo3d.com/', PAGE, 'third'],
    ['https://eviltripo3d.ai/', PAGE, 'third'],
    ['https://a.example.co.uk/', 'https://b.example.co.uk/', 'first'],
    ['https://a.co.uk/', 'https://b.co.uk/', 'third'],
    ['https://a.hf.space/', 'https://b.hf.space/', 'third'],
    ['https://bucket.s3.amazonaws.com/', 'https://other.s3.amazonaws.com/', 'third'],
    ['http://10.0.0.1/', 'http://10.0.0.2/', 'third'],
  ])('%s on %s is %s party', (url, page, party) => {
    expect(classifyEndpoint(url, page).party).toBe(party);
  });
});

describe('of any address', () => {
  it('nothing is safe in clear text beyond this computer, whatever stands around the host', () => {
    fc.assert(
      fc.property(anyAddress(), anyAddress(), (url, page) => {
        const { safe } = classifyEndpoint(url, page, KNOWN_HOSTS);
        const base = URL.canParse(page) ? page : undefined;
        const target = URL.canParse(url, base) ? new URL(url, base) : null;
        if (!target) expect(safe).toBe(false);
        else if (/^(?:http|ws|ftp):$/.test(target.protocol))
          expect(safe).toBe(/^(?:127\.[\d.]+|\[::1\]|(?:.+\.)?localhost\.?)$/.test(target.hostname));
        else if (/^(?:https|wss):$/.test(target.protocol)) expect(safe).toBe(true);
      }),
    );
  });

  it('path, query and letter case change nothing', () => {
    fc.assert(
      fc.property(anyHost(), fc.webPath(), fc.webQueryParameters(), (host, path, query) => {
        const plain = classifyEndpoint(`http://${host}/`, PAGE, KNOWN_HOSTS);
        expect(classifyEndpoint(`HTTP://${host.toUpperCase()}${path}?${query}`, PAGE, KNOWN_HOSTS)).toEqual(
          plain,
        );
      }),
    );
  });

  it('a user name, and a port that is not the usual one, are said', () => {
    fc.assert(
      fc.property(anyHost(), fc.integer({ min: 1, max: 65_535 }), (host, port) => {
        const { odd } = classifyEndpoint(`https://me@${host}:${port}/`, PAGE);
        const ids = odd.map(({ id }) => id);
        expect(ids).toContain('user_name');
        const isHere = classifyEndpoint(`http://${host}/`, PAGE).way === 'this_computer';
        expect(ids.includes('port')).toBe(port !== 443 && !isHere);
      }),
    );
  });

  it('a host of one’s own is never said to look like itself', () => {
    fc.assert(
      fc.property(fc.domain(), fc.domain(), (sub, domain) => {
        const { odd, party } = classifyEndpoint(`https://${sub}.${domain}/`, `https://${domain}/`);
        if (party === 'first') expect(odd.map(({ id }) => id)).not.toContain('looks_like');
      }),
    );
  });

  it('one slip of the pen in the name of a service is seen', () => {
    const named = KNOWN_HOSTS.hosts.filter(
      (host) => host.indexOf('.') >= 4 && ownDomain(`www.${host}`) === host,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...named),
        fc.nat(),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
        (host, at, letter) => {
          const place = at % host.indexOf('.');
          const slipped = host.slice(0, place) + letter + host.slice(place + 1);
          fc.pre(
            slipped !== host && !KNOWN_HOSTS.hosts.includes(slipped) && !(slipped in KNOWN_HOSTS.doubles),
          );
          const [said] = classifyEndpoint(`https://www.${slipped}/`, 'https://example.com/', KNOWN_HOSTS).odd;
          expect(said?.id).toBe('looks_like');
        },
      ),
    );
  });
});
