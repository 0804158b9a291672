import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyEndpoint } from '../../../lib/upload/endpoint.ts';

const PAGE = 'https://studio.tripo3d.ai/app';

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
  const why = (url: string, known?: string[]) => classifyEndpoint(url, PAGE, known).why;

  it('tells a user name, an odd port and letters that pass for others', () => {
    expect(why('https://studio.tripo3d.ai@evil.example/')).toContain('user name');
    expect(why('https://upload.example:8443/')).toContain('8443');
    expect(why('https://xn--trpo3d-t9a.ai/')).toContain('pass for others');
    expect(why('https://upload.example/')).toBe('The connection is encrypted.');
  });

  it('tells hosts that look like the page or another known one', () => {
    expect(why('https://cdn.trip03d.ai/')).toContain('looks like tripo3d.ai');
    expect(why('https://tripo3d.io/')).toContain('looks like tripo3d.ai');
    expect(why('https://www.meshyy.ai/', ['www.meshy.ai'])).toContain('looks like meshy.ai');
    expect(why('https://api.tripo3d.ai/')).not.toContain('looks like');
    expect(why('https://cloudfront.net/')).not.toContain('looks like');
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

it('never throws, and is never safe in clear text beyond this computer', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.string().map((text) => `http://${text}`),
  );
  fc.assert(
    fc.property(anything, anything, (url, page) => {
      const endpoint = classifyEndpoint(url, page);
      const target = URL.canParse(url) ? new URL(url) : null;
      if (target?.protocol === 'http:' && endpoint.safe) {
        expect(target.hostname).toMatch(/^(?:127\.|localhost|.*\.localhost|\[::1\])/);
      }
    }),
  );
});
