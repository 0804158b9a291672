import { describe, expect, test } from 'vitest';
import { extractPolicy } from '../../../lib/policy/extract/index.ts';
import { COOKIE_BANNER, FOOTER, MENU, page, policyHtml } from './pages.ts';

const reason = (html: string) => {
  const extraction = extractPolicy(html, 'https://acme.example/privacy');
  return extraction.ok ? 'accepted' : extraction.reason;
};
const framed = (body: string, title?: string) =>
  reason(page(`${MENU}<main>${body}</main>${FOOTER}`, title ? { title } : {}));
const long = (sentence: string) => `<p>${`${sentence} `.repeat(30)}</p>`;

describe('refused', () => {
  test.each([
    ['nothing', ''],
    [
      'a shell that scripts fill',
      page(
        '<div id="root"></div><script src="/app.js"></script><noscript>You need to enable JavaScript to run this app.</noscript>',
      ),
    ],
    ['a shell with its menu', page(`${MENU}<div id="app">Loading…</div>${FOOTER}`)],
    ['a title without a text', page('<h1>Privacy Policy</h1>')],
    ['a PDF file', '%PDF-1.7\n1 0 obj << /Title (Privacy Policy) >>'],
  ])('as empty: %s', (_, html) => expect(reason(html)).toBe('empty'));

  test.each([
    ['<h1>404</h1><p>Page not found</p>', 'Privacy Policy'],
    [
      '<h1>Oops!</h1><p>The page that you are looking for does not exist or has been moved.</p>',
      '404 Not Found',
    ],
    [
      '<h1>Access denied</h1><p>You do not have permission to access /privacy on this server. Reference #18.2f.</p>',
      'Access Denied',
    ],
    [
      '<h1>Acme is not available in your country yet</h1><p>Read about the countries that we serve.</p>',
      'Acme',
    ],
    ['<h1>502 Bad Gateway</h1><p>nginx</p>', '502 Bad Gateway'],
    [
      '<p>Checking your browser before you proceed to acme.example. This takes up to five seconds.</p>',
      'Just a moment...',
    ],
    [
      '<p>Please verify you are a human by solving the captcha below, then you can go on to the page.</p>',
      'Attention Required',
    ],
    [
      '<h1>We will be back soon</h1><p>The site is down for maintenance, please come back in an hour.</p>',
      'Acme',
    ],
  ])('as an error page: %s', (body, title) => expect(framed(body, title)).toBe('error-page'));

  test('as not a policy: a consent wall', () => {
    const wall =
      '<h2>We value your privacy</h2><p>We and our 842 partners store and/or access information on a device, such as cookies, and process personal data for the purposes below, some of them on the ground of legitimate interest.</p><p>You may consent or manage options.</p>';
    expect(framed(wall)).toBe('not-a-policy');
    expect(reason(page(`<div role="dialog">${wall}</div>`))).toBe('not-a-policy');
  });

  test('as not a policy: a product page', () => {
    const copy = [
      'Turn any picture into a detailed model in seconds, right in your browser.',
      'Our newest engine draws crisp edges, clean topology and rich textures for games and films.',
      'Artists at two thousand studios build worlds with Acme every day, and so can you.',
      'Start free, upgrade when you need more power, and export to every tool you love.',
      'Join the community, share your best pieces and win prizes every month.',
    ];
    const body = copy
      .map((line, at) => `<section><h2>Feature ${at}</h2><p>${line} ${line.toLowerCase()}</p></section>`)
      .join('');
    expect(framed(`<h1>Pictures to models</h1>${body}`, 'Acme 3D')).toBe('not-a-policy');
  });

  test('as not a policy: the index of a legal centre', () => {
    const names = [
      'Terms of Service',
      'Privacy Policy',
      'Cookie Policy',
      'Data Processing Addendum',
      'Acceptable Use Policy',
      'DMCA Policy',
      'Licence Notice',
    ];
    const list = names
      .map(
        (name) =>
          `<h3><a href="/${name.length}">${name}</a></h3><p>Read the ${name}, which governs how you may use our services and what your rights are.</p>`,
      )
      .join('');
    expect(
      framed(
        `<h1>Legal centre</h1><p>Welcome to the legal centre, where all of our agreements and policies stand in one place.</p>${list}`,
        'Legal',
      ),
    ).toBe('not-a-policy');
  });

  test('as not a policy: a bare list of policies', () => {
    const list = [
      'Terms of Service',
      'Privacy Policy',
      'Cookie Policy',
      'Acceptable Use Policy',
      'Licence Notice',
      'Legal Notice',
    ];
    const intro =
      '<p>Our agreements, terms, policies and notices govern your rights and our obligations, by law and by consent, whenever you use, access or share content, services or your account with us here, and we process personal data under them. Please read all of them with care before you agree to any.</p>';
    expect(
      framed(
        `<h1>Legal</h1>${intro}${list.map((name) => `<p><a href="/${name}">${name}</a></p>`).join('')}`,
        'Legal',
      ),
    ).toBe('not-a-policy');
  });

  test.each([
    [
      'a door that asks to sign in',
      '<h1>Sign in to continue</h1><p>You need an account to view this page. Please sign in with your email and password.</p><a href="/privacy">Privacy</a>',
      'Sign in',
    ],
    [
      'a notice that the policy has moved',
      '<h1>This policy has moved</h1><p>Our privacy policy is now available at another address. Please update your bookmarks.</p>',
      'Privacy',
    ],
    [
      'a consent page before the site',
      '<h1>Before you continue</h1><p>We use cookies and data to deliver and maintain our services, and to measure audience engagement. If you choose to Accept all, we will also use them to develop new services and to measure the effectiveness of ads.</p><button>Reject all</button><button>Accept all</button>',
      'Before you continue',
    ],
    [
      'a question for the age',
      '<h1>Are you over 18?</h1><p>By entering you confirm that you are at least 18 years old and agree to our terms.</p>',
      'Age',
    ],
    [
      'a list of prices',
      `<h1>Pricing</h1>${long('Every plan gives you more credits, private models and a commercial licence for everything you generate.')}`,
      'Pricing',
    ],
    [
      'an article of the help centre',
      `<h1>How to export</h1>${long('Open the model, press export and choose the format that your engine needs, then wait for the download.')}`,
      'How to export',
    ],
    [
      'a reference for programmers',
      `<h1>API</h1>${long('Call the endpoint with your key in the header; the response holds the identifier of the task and its status.')}`,
      'API',
    ],
    ['data for programs', '{"error":"not found","status":404}', ''],
  ])('%s', (_, body, title) => expect(framed(body, title)).not.toBe('accepted'));

  test('as not a policy: an article', () => {
    expect(
      framed(
        `<h1>How we drew a dragon</h1>${long('The tail took us a whole day, and the wings were harder still, but it was worth the time.')}`,
        'Blog',
      ),
    ).toBe('not-a-policy');
  });

  test('as not a policy: a document that stands on the page twice', () => {
    expect(framed(policyHtml() + policyHtml())).toBe('not-a-policy');
  });

  test.each([
    [
      'de',
      'Wir verarbeiten die Daten, die Sie uns geben, und wir löschen sie, wenn Sie es von uns verlangen.',
    ],
    ['fr', 'Nous traitons les données que vous nous confiez et nous les effaçons si vous nous le demandez.'],
    ['zh', '我们会处理您上传的图片和模型，并在您要求时将其删除，除非法律另有规定。'],
  ])('for its language: %s', (lang, sentence) => {
    expect(reason(page(`<h1>Privacy</h1>${long(sentence)}`, { lang }))).toBe('language');
  });

  test('for its size', () =>
    expect(reason(page(policyHtml()) + ' '.repeat(3 * 1024 * 1024))).toBe('too-large'));
});

describe('not refused', () => {
  test('a short policy', () => expect(framed(policyHtml(2))).toBe('accepted'));
  test('an English policy on a page declared in another language', () => {
    expect(reason(page(policyHtml(), { lang: 'de' }))).toBe('accepted');
  });
  test('a policy with a cookie banner that speaks of partners', () => {
    const banner = COOKIE_BANNER.replace(
      'We use cookies',
      'We and our 842 partners store and/or access information on a device',
    );
    expect(reason(page(policyHtml() + banner))).toBe('accepted');
  });
  test('a policy that speaks of errors and robots', () => {
    expect(
      framed(
        `${policyHtml()}<p>If the service is temporarily unavailable or the page is not found, we verify you are human with a captcha.</p>`,
      ),
    ).toBe('accepted');
  });
  test('a short policy above a menu of policies', () => {
    const menu = ['Terms', 'Privacy', 'Cookie Policy', 'Legal Notice', 'Licence', 'Guidelines', 'DPA'].map(
      (name) => `<div><a href="/${name}">${name}</a></div>`,
    );
    expect(reason(page(policyHtml(3) + menu.join('')))).toBe('accepted');
  });
  test('a policy that ends with links to the others', () => {
    const links = ['Terms', 'Cookie Policy', 'Acceptable Use Policy', 'Data Processing Addendum'].map(
      (name) => `<li><a href="/${name}">${name}</a></li>`,
    );
    expect(framed(`${policyHtml()}<p>See also:</p><ul>${links.join('')}</ul>`)).toBe('accepted');
  });
});
