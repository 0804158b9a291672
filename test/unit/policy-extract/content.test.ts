import { describe, expect, test } from 'vitest';
import { extractPolicy } from '../../../lib/policy/extract/index.ts';
import type { PolicyText } from '../../../lib/policy/types.ts';
import { COOKIE_BANNER, FOOTER, MENU, page, policyHtml } from './pages.ts';

const URL_OF = 'https://acme.example/legal/privacy';

function read(html: string): PolicyText {
  const extraction = extractPolicy(html, URL_OF);
  if (!extraction.ok) throw new Error(extraction.reason);
  return extraction.text;
}

const whole = read(page(policyHtml())).plain;

describe('a policy on a page', () => {
  test('is read whole, with its language and date', () => {
    const text = read(page(policyHtml(8)));
    expect(text).toMatchObject({ language: 'en', updated: '2026-05-03' });
    expect(text.plain.split('\n')).toHaveLength(2 + 8 * 3);
    expect(text.plain).toContain('under section 8, and we shall comply within thirty days.');
  });

  test.each<[string, string]>([
    ['menu and footer', `${MENU}<main>${policyHtml()}</main>${FOOTER}`],
    ['menu and footer without a main element', `${MENU}<div>${policyHtml()}</div>${FOOTER}`],
    ['cookie banner', `${COOKIE_BANNER}${policyHtml()}`],
    [
      'banner of an unknown consent manager',
      `${policyHtml()}<div class="xy-cookie-banner"><p>We use cookies and similar technologies for purposes that you can choose from the list.</p></div>`,
    ],
    [
      'dialog',
      `${policyHtml()}<div role="dialog"><p>Subscribe to hear about new models, discounts and events near you every single week.</p></div>`,
    ],
    [
      'menu of plain divs before the title',
      `<div><a href="/a">Products that studios love</a></div><div><a href="/b">Prices and plans</a></div>${policyHtml()}`,
    ],
    [
      'list of the other documents under the title',
      policyHtml().replace(
        '</h1>',
        '</h1><ul><li><a href="/t">Terms of Service</a></li><li><a href="/c">Cookie Policy</a></li><li><a href="/d">Data Processing Addendum</a></li></ul>',
      ),
    ],
    [
      'menu of plain divs at the end',
      `${policyHtml()}<div>Company</div>${['about', 'jobs', 'press', 'blog'].map((to) => `<div><a href="/${to}">All about our ${to} and more of it</a></div>`).join('')}`,
    ],
    [
      'table of contents',
      policyHtml().replace(
        '</p>',
        `</p><ul>${[1, 2, 3, 4].map((at) => `<li><a href="#s${at}">Section ${at} of this policy and what it means</a></li>`).join('')}</ul>`,
      ),
    ],
    [
      'share buttons',
      policyHtml().replace(
        '</h1>',
        '</h1><div class="share-buttons">Share this on the networks of your choice</div>',
      ),
    ],
    [
      'related articles',
      `${policyHtml()}<section class="related-posts"><p>How we made a dragon in an afternoon with three pictures.</p></section>`,
    ],
    [
      'hidden notes',
      `${policyHtml()}<p hidden>We sell all your pictures to anyone who asks us for them, and always will do so.</p><p style="display: none">We never sell your pictures to anyone at all, whoever asks us for them today.</p>`,
    ],
    [
      'decoration for no reader',
      `${policyHtml()}<div aria-hidden="true">Pictures become models become worlds become stories and so on and on.</div>`,
    ],
    [
      'scripts and templates',
      `${policyHtml()}<script>var p = "<p>We sell your data.</p>"</script><template><p>We sell your data.</p></template><noscript><p>Enable scripts.</p></noscript>`,
    ],
    [
      'words for screen readers',
      policyHtml().replace('policy. ', 'policy<span class="sr-only"> (opens in a new window)</span>. '),
    ],
    [
      'invisible characters',
      policyHtml()
        .replaceAll('policy', 'pol&shy;icy')
        .replaceAll('that you', 'that&nbsp;you&#8203;')
        .replaceAll('</p>', '&#x2060;</p>'),
    ],
    ['entities', policyHtml().replaceAll('We', '&#87;e').replaceAll(',', '&comma;')],
    ['unclosed paragraphs', policyHtml().replaceAll('</p>', '')],
    [
      'a page that hides all behind an open dialog',
      `<div aria-hidden="true"><main>${policyHtml()}</main></div><div role="dialog"><p>Sign up.</p></div>`,
    ],
  ])('reads the same under a %s', (_, body) => expect(read(page(body)).plain).toBe(whole));

  test('keeps a closed panel that a button of the page opens', () => {
    const panel =
      '<div id="more" hidden><p>We keep the pictures for ninety days after you have closed your account with us.</p></div>';
    expect(read(page(`${policyHtml()}<button aria-controls="more">More</button>${panel}`)).plain).toContain(
      'ninety days',
    );
    expect(read(page(`${policyHtml()}${panel}`)).plain).not.toContain('ninety days');
  });

  test.each([
    [
      'a section by the name of what surrounds documents',
      '<section id="sharing"><h2 id="newsletter">Sharing</h2>TEXT</section>',
    ],
    ['a section about cookie preferences', '<div id="cookie-preferences">TEXT</div>'],
    ['a notice', '<div class="alert" role="alert">TEXT</div>'],
    ['what a script fades in', '<div style="visibility: hidden">REST TEXT</div>'],
    ['what is streamed in later', '<div hidden id="S:0">TEXT</div>'],
    ['a form around the whole page', '<form>REST TEXT</form>'],
    ['what opens on a click', '<details><summary>More</summary>TEXT</details>'],
  ])('keeps %s', (_, html) => {
    const text = '<p>We share the pictures that you upload with the companies that host them for us.</p>';
    const body = html.includes('REST') ? html.replace('REST', policyHtml()) : policyHtml() + html;
    const { plain } = read(page(body.replace('TEXT', text)));
    expect(plain).toContain('with the companies that host them');
    expect(plain.startsWith(whole)).toBe(true);
  });

  test('keeps a date in the header of the document', () => {
    const dated = policyHtml().replace(
      '<p>Last updated: 3 May 2026</p>',
      '<header><p>Updated 4 May 2026</p></header>',
    );
    expect(read(page(`<article>${dated}</article>`)).updated).toBe('2026-05-04');
  });

  test('keeps short lines at its end', () => {
    const end =
      '<p>“API” means an interface.</p><p>Acme Ltd, 1 High Street</p><p><a href="mailto:hi@acme.example">hi@acme.example</a></p>';
    expect(
      read(page(`${policyHtml()}${end}`)).plain.endsWith(
        '“API” means an interface.\nAcme Ltd, 1 High Street\nhi@acme.example',
      ),
    ).toBe(true);
  });

  test('is not cut where style frameworks name a state', () => {
    const html = `${policyHtml()}<div class="toc-visible:col-2"><p>“DPA” is at <a href="https://acme.example/dpa">https://acme.example/dpa</a>.</p></div><p>That is all that we have to say about the pictures that you upload.</p>`;
    expect(read(page(html)).plain).toContain('“DPA” is at');
  });

  test('completes list items with their lead-in, nested ones too', () => {
    const { clauses } = read(
      page(`${policyHtml()}<p>We do not:</p><ul><li>sell models<li>share them with<ul><li>brokers</ul></ul>`),
    );
    expect(clauses.slice(-3).map(({ leadIn, text }) => [leadIn, text])).toEqual([
      ['We do not:', 'sell models'],
      ['We do not:', 'share them with'],
      ['We do not: share them with', 'brokers'],
    ]);
  });

  test('keeps headings as context', () => {
    const clause = read(page(policyHtml())).clauses.find(({ text }) =>
      text.startsWith('We collect the models'),
    );
    expect(clause?.heading).toEqual(['Privacy Policy', '2. Your models']);
  });

  test('reads tables by row, and a page laid out with tables as text', () => {
    const table = '<table><tr><th>Data<th>Kept for<tr><td>Logs<td>30 days</table>';
    expect(read(page(policyHtml() + table)).plain.endsWith('Data | Kept for\nLogs | 30 days')).toBe(true);
    expect(read(page(`<table><tr><td>${policyHtml()}</td><td>Menu</td></tr></table>`)).plain).toContain(
      whole,
    );
  });

  test('line breaks end a line unless the sentence goes on', () => {
    const end = '<p>We delete models<br>within a year.<br>Backups stay for a month.</p>';
    expect(
      read(page(policyHtml() + end)).plain.endsWith(
        'We delete models within a year.\nBackups stay for a month.',
      ),
    ).toBe(true);
  });

  test('is recognized as Markdown and as plain text', () => {
    const unnumbered = whole.replace(/^\d+\. /gm, '');
    expect(read(`# ${unnumbered}`).plain).toBe(unnumbered);
    expect(read(unnumbered).plain).toBe(unnumbered);
  });

  test('in an open shadow root of the markup is read', () => {
    expect(
      read(page(`<acme-doc><template shadowrootmode="open">${policyHtml()}</template></acme-doc>`)).plain,
    ).toBe(whole);
  });
});
