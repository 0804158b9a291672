import { describe, expect, test } from 'vitest';
import { extractPolicy } from '../../../lib/policy/extract/index.ts';
import { page, policyHtml } from './pages.ts';

// The policy of pages.ts in the manner of site builders, shops, help centres and policy makers, with what they set around it.

type Section = { title: string; paragraphs: string[] };

const SECTIONS: Section[] = policyHtml(6)
  .split('<h2>')
  .slice(1)
  .map((part) => ({
    title: part.slice(0, part.indexOf('</h2>')),
    paragraphs: [...part.matchAll(/<p>(.*?)<\/p>/g)].map((match) => match[1] ?? ''),
  }));
const SENTENCES = SECTIONS.flatMap(({ paragraphs }) => paragraphs);
const NOISE =
  'Makers everywhere love how fast our generator turns a single sketch into a mesh they can print at home.';

const each = (write: (section: Section, at: number) => string) => SECTIONS.map(write).join('');
const prose = ({ paragraphs }: Section) => paragraphs.map((text) => `<p>${text}</p>`).join('');
const TITLE = '<h1>Privacy Policy</h1>';

const STYLES: [string, string][] = [
  [
    'Webflow',
    `<div class="navbar w-nav"><a class="w-nav-brand">Acme</a><div class="w-nav-menu"><a href="/a" class="w-nav-link">${NOISE}</a></div></div>
     <div class="section"><div class="container w-container">${TITLE}<div class="w-richtext">${each((one) => `<h3>${one.title}</h3>${prose(one)}`)}</div></div></div>
     <div class="footer"><div class="footer-text">${NOISE}</div></div>`,
  ],
  [
    'Framer',
    `<div data-framer-name="Nav"><a href="/a"><p class="framer-text">${NOISE}</p></a></div>
     <div data-framer-name="Content"><div data-framer-component-type="RichTextContainer">${TITLE}</div>${each(
       (one) => `<div data-framer-component-type="RichTextContainer"><h3 class="framer-text">${one.title}</h3>
       ${one.paragraphs.map((text) => `<p class="framer-text"><span class="framer-text">${text}</span></p>`).join('')}</div>`,
     )}</div><footer data-framer-name="Footer"><p>${NOISE}</p></footer>`,
  ],
  [
    'Elementor, with closed tabs',
    `<header class="elementor-location-header"><p>${NOISE}</p></header>${TITLE}<div class="elementor-accordion">${each(
      (
        one,
        at,
      ) => `<div class="elementor-accordion-item"><div id="t${at}" class="elementor-tab-title" role="button" aria-controls="p${at}" aria-expanded="false">
      <a class="elementor-accordion-title" tabindex="0">${one.title}</a></div><div id="p${at}" class="elementor-tab-content" role="region" hidden="hidden">${prose(one)}</div></div>`,
    )}</div>`,
  ],
  [
    'Next.js and Tailwind, with a table of contents beside it',
    `<div id="__next"><header class="sticky top-0 z-50"><p>${NOISE}</p></header><div class="flex"><aside class="hidden lg:block w-64"><p>On this page</p><ul>${each(
      (one, at) => `<li><a href="#s${at}">${one.title}</a></li>`,
    )}</ul></aside><div class="prose dark:prose-invert">${TITLE}${each((one, at) => `<section id="s${at}"><h2 class="scroll-mt-20">${one.title}</h2>${prose(one)}</section>`)}</div></div></div>
     <script>self.__next_f.push([1,"${NOISE}"])</script>`,
  ],
  [
    'Notion, with toggles',
    `<article class="page sans"><header><h1 class="page-title">Privacy Policy</h1></header><div class="page-body">${each(
      (one) =>
        `<ul class="toggle"><li><details><summary>${one.title}</summary>${prose(one)}</details></li></ul>`,
    )}</div></article>`,
  ],
  [
    'Iubenda',
    `<div id="iubenda_policy" class="iubenda_fluid_policy"><div class="iub_header">${TITLE}</div><div class="iub_content legal_pp">${each(
      (one) =>
        `<div class="box_primary box_10 expand"><h3 class="expand-click w_icon_24">${one.title}</h3><div class="expand-content">${prose(one)}</div></div>`,
    )}</div></div>`,
  ],
  [
    'Termly',
    `<div data-custom-class="body"><div><strong><span style="font-size: 26px"><span data-custom-class="title"><bdt class="block-component"></bdt><h1>PRIVACY POLICY</h1></span></span></strong></div>${each(
      (one) =>
        `<div id="x" style="line-height:1.5"><span style="font-size: 19px"><strong>${one.title}</strong></span></div>${one.paragraphs
          .map(
            (text) =>
              `<div style="line-height:1.5"><span data-custom-class="body_text"><bdt class="question">${text}</bdt></span></div><div><br></div>`,
          )
          .join('')}`,
    )}</div>`,
  ],
  [
    'Shopify',
    `<cart-drawer class="drawer"><p>${NOISE}</p></cart-drawer><main id="MainContent"><div class="shopify-policy__container"><div class="shopify-policy__title">${TITLE}</div>
     <div class="shopify-policy__body"><div class="rte">${each((one) => `<h2>${one.title}</h2>${prose(one)}`)}</div></div></div></main>
     <div id="shopify-section-footer" class="shopify-section-group-footer-group"><p>${NOISE}</p></div>`,
  ],
  [
    'Zendesk',
    `<main role="main"><nav class="sub-nav"><ol class="breadcrumbs"><li><a href="/">Help</a></li></ol></nav><aside class="article-sidebar"><h3>Articles in this section</h3><a href="/a">${NOISE}</a></aside>
     <article class="article"><header class="article-header">${TITLE}</header><section class="article-info"><div class="article-body">${each((one) => `<h2>${one.title}</h2>${prose(one)}`)}</div></section>
     <footer><div class="article-votes"><span class="article-votes-question">Was this article helpful? 12 out of 30 found this helpful, and many of them told their friends.</span></div></footer></article>
     <section class="related-articles"><h2>Related articles</h2><p>${NOISE}</p></section></main>`,
  ],
  [
    'Intercom',
    `<div class="article intercom-force-break"><div class="article__meta">${TITLE}<div class="article__desc">How we handle data</div></div><article class="jsx-1">${each((one) => `<h2>${one.title}</h2>${prose(one)}`)}</article></div>
     <div class="jsx-2 reactions"><p>Did this answer your question, or would you rather tell us what you were looking for in this article?</p></div><div id="intercom-container"><p>${NOISE}</p></div>`,
  ],
  [
    'Bootstrap accordion',
    `${TITLE}<div class="accordion">${each(
      (
        one,
        at,
      ) => `<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" data-bs-toggle="collapse" data-bs-target="#c${at}" aria-controls="c${at}">${one.title}</button></h2>
      <div id="c${at}" class="accordion-collapse collapse"><div class="accordion-body">${prose(one)}</div></div></div>`,
    )}</div>`,
  ],
  [
    'Radix accordion',
    `${TITLE}${each(
      (
        one,
        at,
      ) => `<div data-state="closed"><h3 data-state="closed"><button type="button" aria-controls="radix-${at}" aria-expanded="false">${one.title}</button></h3>
      <div data-state="closed" id="radix-${at}" hidden="" role="region">${prose(one)}</div></div>`,
    )}`,
  ],
  [
    'an accordion whose buttons say only that they are closed',
    `${TITLE}${each((one) => `<div class="faq-item"><button aria-expanded="false">${one.title}</button><div style="display: none">${prose(one)}</div></div>`)}`,
  ],
  [
    'an accordion found by search',
    `${TITLE}${each((one) => `<h2>${one.title}</h2><div hidden="until-found">${prose(one)}</div>`)}`,
  ],
  [
    'a definition list',
    `${TITLE}<dl>${each((one) => `<dt>${one.title}</dt>${one.paragraphs.map((text) => `<dd>${text}</dd>`).join('')}`)}</dl>`,
  ],
  [
    'a table of two columns',
    `${TITLE}<table><tbody>${each((one) => `<tr><th>${one.title}</th><td>${one.paragraphs.join('<br>')}</td></tr>`)}</tbody></table>`,
  ],
  [
    'a page of divs and line breaks',
    `<div class="page"><div class="big">Privacy Policy</div><div>${each((one) => `<b>${one.title}</b><br><br>${one.paragraphs.join('<br><br>')}<br><br>`)}</div></div>`,
  ],
  [
    'custom elements',
    `<my-app><my-header><p>${NOISE}</p></my-header><my-page>${TITLE}${each((one) => `<my-section><h2>${one.title}</h2><my-text>${prose(one)}</my-text></my-section>`)}</my-page></my-app>`,
  ],
];

describe('a policy made with', () => {
  test.each(STYLES)('%s is read whole', (_, body) => {
    const plain = plainOf(body);
    expect(SENTENCES.filter((sentence) => !plain.includes(sentence))).toEqual([]);
  });

  test.each(STYLES.filter(([name, body]) => body.includes(NOISE) && name !== 'custom elements'))(
    '%s is read without what stands around it',
    (_, body) => {
      expect(plainOf(body)).not.toContain(NOISE);
    },
  );
});

const ORDINARY = `${TITLE}${each((one) => `<h2>${one.title}</h2>${prose(one)}`)}`;

describe('a policy beside', () => {
  test.each([
    [
      'OneTrust',
      `<div id="onetrust-consent-sdk"><div id="onetrust-pc-sdk"><h2>Privacy Preference Center</h2><p>${NOISE}</p></div></div>`,
    ],
    [
      'Cookiebot',
      `<div id="CybotCookiebotDialog" role="dialog"><div id="CybotCookiebotDialogBodyContentText">${NOISE}</div></div>`,
    ],
    [
      'Usercentrics',
      `<div id="usercentrics-root"><div data-testid="uc-default-wall"><p>${NOISE}</p></div></div>`,
    ],
    ['Didomi', `<div id="didomi-host"><div class="didomi-popup-view"><p>${NOISE}</p></div></div>`],
    [
      'Quantcast',
      `<div id="qc-cmp2-container"><div class="qc-cmp2-summary-info"><p>${NOISE}</p></div></div>`,
    ],
    ['Osano', `<div class="osano-cm-window"><div class="osano-cm-dialog"><p>${NOISE}</p></div></div>`],
    ['CookieYes', `<div class="cky-consent-container"><div class="cky-notice"><p>${NOISE}</p></div></div>`],
    [
      'Complianz',
      `<div id="cmplz-cookiebanner-container"><div class="cmplz-message"><p>${NOISE}</p></div></div>`,
    ],
    ['Borlabs', `<div id="BorlabsCookieBox"><div class="BorlabsCookie"><p>${NOISE}</p></div></div>`],
    [
      'Klaro',
      `<div id="klaro"><div class="klaro"><div class="cookie-notice"><p>${NOISE}</p></div></div></div>`,
    ],
    ['TrustArc', `<div id="truste-consent-track"><div id="truste-consent-text"><p>${NOISE}</p></div></div>`],
    [
      'an Iubenda banner',
      `<div id="iubenda-cs-banner"><div class="iubenda-cs-content"><p>${NOISE}</p></div></div>`,
    ],
    [
      'HubSpot',
      `<div id="hs-eu-cookie-confirmation"><div id="hs-eu-policy-wording"><p>${NOISE}</p></div></div>`,
    ],
    ['Crisp', `<div class="crisp-client"><div><p>${NOISE}</p></div></div>`],
    ['Drift', `<div id="drift-widget-container"><p>${NOISE}</p></div>`],
    ['Tidio', `<div id="tidio-chat"><p>${NOISE}</p></div>`],
    ['a newsletter form', `<form class="newsletter-signup"><p>${NOISE}</p><input type="email"></form>`],
    ['a toast', `<div class="Toastify"><div role="alert" class="Toastify__toast">${NOISE}</div></div>`],
    ['a hidden popup', `<div class="modal" aria-hidden="true" style="display:none"><p>${NOISE}</p></div>`],
    ['a call to action', `<div class="cta-banner"><p>${NOISE}</p><a href="/signup">Start free</a></div>`],
    ['related posts', `<section class="related-posts"><h2>You may also like</h2><p>${NOISE}</p></section>`],
  ])('%s leaves it out', (_, beside) => {
    for (const body of [`${beside}${ORDINARY}`, `${ORDINARY}${beside}`]) {
      const plain = plainOf(body);
      expect(plain).not.toContain(NOISE);
      expect(SENTENCES.filter((sentence) => !plain.includes(sentence))).toEqual([]);
    }
  });

  test('the same in another language behind a tab leaves that out', () => {
    const german =
      'Wir verarbeiten die Bilder, die Sie hochladen, und löschen sie, wenn Sie uns darum bitten oder das Konto schließen.';
    const plain = plainOf(
      `<div role="tablist"><button role="tab" aria-controls="en">English</button><button role="tab" aria-controls="de">Deutsch</button></div>
       <div id="en" role="tabpanel" lang="en">${ORDINARY}</div><div id="de" role="tabpanel" lang="de" hidden><h1>Datenschutz</h1>${`<p>${german}</p>`.repeat(20)}</div>`,
    );
    expect(plain).not.toContain(german);
    expect(plain).toContain(SENTENCES[0]);
  });
});

function plainOf(body: string): string {
  const extraction = extractPolicy(page(body), 'https://acme.example/legal/privacy');
  if (!extraction.ok) throw new Error(extraction.reason);
  return extraction.text.plain;
}
