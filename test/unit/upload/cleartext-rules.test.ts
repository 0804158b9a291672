import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fallenTo, type Redirect } from '../../../lib/background/redirect.ts';
import {
  allowanceRules,
  blockRules,
  FIRST_ALLOWANCE,
  socketRules,
  workerRules,
} from '../../../lib/upload/cleartext-rules.ts';
import { classifyEndpoint } from '../../../lib/upload/endpoint.ts';

const PATTERNS = [
  'https://www.meshy.ai/*',
  'https://*.hf.space/*',
  'https://huggingface.co/spaces/*',
  'http://127.0.0.1/*',
];
const [block, allow] = blockRules(PATTERNS);
const loopback = new RegExp(allow?.condition.regexFilter ?? 'x^');

describe('the rules that stop uploads in clear text', () => {
  it('are about uploads from guarded hosts, each named once', () => {
    expect(block?.condition).toMatchObject({
      urlFilter: '|http://',
      requestMethods: ['post', 'put', 'patch'],
      initiatorDomains: ['127.0.0.1', 'hf.space', 'huggingface.co', 'www.meshy.ai'],
    });
    expect(allow?.priority).toBeGreaterThan(block?.priority ?? 9);
  });

  it('are none when no site is guarded: a rule without sites would be for all of them', () => {
    expect(blockRules([])).toEqual([]);
    expect(socketRules([])).toEqual([]);
    expect(workerRules([])).toEqual([]);
  });

  it('bind scripts of guarded hosts, those of this computer as well, and of no other', () => {
    const [rule] = workerRules(PATTERNS);
    expect(rule?.condition).toEqual({
      requestDomains: ['127.0.0.1', 'hf.space', 'huggingface.co', 'www.meshy.ai'],
      resourceTypes: ['script'],
    });
    expect(rule?.priority).toBeGreaterThan(allow?.priority ?? 9);
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.0.0.1:7860/upload',
    'http://127.255.3.4/',
    'http://localhost:8188/upload/image',
    'http://app.localhost/',
    'http://[::1]:8501/x',
    'ws://localhost:1/',
  ])('let pass what stays on this computer: %s', (url) => {
    expect(loopback.test(url)).toBe(true);
  });

  it.each([
    'http://127.0.0.1.evil.example/',
    'http://localhost.evil.example/',
    'http://evil.example/http://localhost/',
    'http://127.0.0.1:80@evil.example/',
    'http://localhost@evil.example/',
    'http://mylocalhost/',
    'http://192.168.1.5/',
    'http://128.0.0.1/',
    'https://localhost/',
  ])('do not take for this computer: %s', (url) => {
    expect(loopback.test(url)).toBe(false);
  });

  it('agree with the guard on what this computer is, for any address', () => {
    const host = fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc.ipV6().map((ip) => `[${ip}]`),
      fc.constant('localhost'),
    );
    const port = fc.oneof(
      fc.constant(''),
      fc.nat(65_535).map((n) => `:${n}`),
    );
    fc.assert(
      fc.property(host, port, fc.webPath(), (host, port, path) => {
        const text = `http://${host}${port}${path || '/'}`;
        if (!URL.canParse(text)) return;
        const { href } = new URL(text);
        expect(loopback.test(href)).toBe(classifyEndpoint(href, 'https://www.meshy.ai/').safe);
      }),
    );
  });

  it('stop sockets of workers that belong to no tab', () => {
    expect(socketRules(PATTERNS)[0]?.condition).toMatchObject({
      regexFilter: '^(http|ws)://',
      tabIds: [-1],
    });
  });
});

describe('what the person allows', () => {
  it('is one host, for one tab, and for the tab that a form of it opens', () => {
    const [inTab, opened] = allowanceRules(FIRST_ALLOWANCE, 'a.example', 7, 'www.meshy.ai');
    expect(inTab).toMatchObject({ id: 100, condition: { requestDomains: ['a.example'], tabIds: [7] } });
    expect(opened).toMatchObject({
      id: 101,
      condition: {
        requestDomains: ['a.example'],
        resourceTypes: ['main_frame'],
        initiatorDomains: ['www.meshy.ai'],
      },
    });
    expect(inTab?.priority).toBeGreaterThan(block?.priority ?? 9);
  });
});

describe('a redirect', () => {
  const redirect: Redirect = {
    method: 'POST',
    statusCode: 307,
    url: 'https://www.meshy.ai/upload',
    redirectUrl: 'http://a.example/upload',
    tabId: 7,
    frameId: 0,
    timeStamp: 5,
  };

  it.each([
    [{}, 'a.example'],
    [{ statusCode: 308, method: 'put' }, 'a.example'],
    [{ redirectUrl: 'http://192.168.1.5/' }, '192.168.1.5'],
    [{ statusCode: 302 }, undefined],
    [{ statusCode: 303 }, undefined],
    [{ method: 'GET' }, undefined],
    [{ redirectUrl: 'https://a.example/' }, undefined],
    [{ redirectUrl: 'http://127.0.0.1:7860/' }, undefined],
  ])('falls to clear text when it carries an upload there: %o', (more, host) => {
    expect(fallenTo({ ...redirect, ...more })).toBe(host);
  });
});
