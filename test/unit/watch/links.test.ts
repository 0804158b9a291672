import { describe, expect, it } from 'vitest';
import { findPolicyLinks } from '../../../lib/watch/links.ts';

const HOME = 'https://www.vendor.ai/';
const DEAD = 'https://www.vendor.ai/old-privacy';
const links = (html: string, kind: 'privacy' | 'terms' = 'privacy') =>
  findPolicyLinks(html, HOME, kind, DEAD);

describe('findPolicyLinks', () => {
  it.each([
    ['privacy', '<a href="/legal/1">Privacy</a>'],
    ['privacy', '<a href="/legal/1"><span>Datenschutz</span>erklärung</a>'],
    ['privacy', '<a href="/legal/1">Politique de confidentialité</a>'],
    ['privacy', '<a href="/legal/1">Política de privacidad</a>'],
    ['privacy', '<a href="/legal/1">プライバシーポリシー</a>'],
    ['privacy', '<a href="/legal/1">隐私政策</a>'],
    ['privacy', '<a href="/legal/1">개인정보 처리방침</a>'],
    ['terms', '<a href="/legal/1">Terms of Use</a>'],
    ['terms', '<a href="/legal/1">AGB</a>'],
    ['terms', '<a href="/legal/1">Conditions générales</a>'],
    ['terms', '<a href="/legal/1">Términos de servicio</a>'],
    ['terms', '<a href="/legal/1">利用規約</a>'],
    ['terms', '<a href="/legal/1">用户协议</a>'],
    ['terms', '<a href="/legal/1">이용약관</a>'],
  ] as const)('knows %s by its name: %s', (kind, html) => {
    expect(links(html, kind)).toEqual([`${HOME}legal/1`]);
    expect(links(html, kind === 'privacy' ? 'terms' : 'privacy')).toEqual([]);
  });

  it('knows it by its path, where the link is a picture', () => {
    expect(links('<a href="https://legal.vendor.ai/privacy"><img></a>')).toEqual([
      'https://legal.vendor.ai/privacy',
    ]);
    expect(links('<a href="/%E9%9A%90%E7%A7%81"></a>')).toHaveLength(1);
  });

  it.each([
    ['another vendor’s', '<a href="https://parked.example/privacy">Privacy</a>'],
    ['one that is not encrypted', '<a href="http://www.vendor.ai/privacy">Privacy</a>'],
    ['a script', '<a href="javascript:alert(1)">Privacy</a>'],
    ['the dead one itself', `<a href="${DEAD}#top">Privacy</a>`],
    ['one that is no address', '<a href="https://[/privacy">Privacy</a>'],
    ['text after a link', '<a href="/about">About</a> Privacy'],
    ['a broken path', '<a href="/%E9%9A">x</a>'],
  ])('leaves out %s', (_what, html) => {
    expect(links(html)).toEqual([]);
  });

  it('gives each once, and three at most', () => {
    expect(links('<a href="/privacy#a">x</a><a href="/privacy#b">x</a>')).toEqual([`${HOME}privacy`]);
    const many = Array.from({ length: 9 }, (_, n) => `<a href="/privacy/${n}">x</a>`).join('');
    expect(links(many)).toHaveLength(3);
  });

  it('reads a page of a million open links in no time', () => {
    expect(links('<a href="/x">'.repeat(200_000))).toEqual([]);
  });
});
