/** A policy of about `sections` × 60 words, every sentence different, with headings. */
export function policyHtml(sections = 8): string {
  return `<h1>Privacy Policy</h1><p>Last updated: 3 May 2026</p>${Array.from({ length: sections }, (_, at) => section(at)).join('')}`;
}

const THINGS = [
  'pictures',
  'models',
  'scans',
  'prompts',
  'textures',
  'logs',
  'invoices',
  'messages',
  'sketches',
  'names',
];

function section(at: number): string {
  const thing = THINGS[at % THINGS.length] ?? 'files';
  return (
    `<h2>${at + 1}. Your ${thing}</h2>` +
    `<p>We collect the ${thing} that you upload to our services, and we process them for the purposes of part ${at + 1} of this policy. ` +
    `We disclose your ${thing} to third parties only where the applicable law or your consent permits it.</p>` +
    `<p>You may request that we delete the ${thing} of your account under section ${at + 1}, and we shall comply within thirty days.</p>`
  );
}

/** A whole page around a body. */
export function page(body: string, { title = 'Privacy Policy - Acme 3D', lang = 'en' } = {}): string {
  return `<!doctype html><html lang="${lang}"><head><title>${title}</title><style>p{color:red}</style></head><body>${body}</body></html>`;
}

export const MENU =
  '<nav><ul><li><a href="/pricing">Pricing for studios and teams of every size</a></li><li><a href="/blog">Blog</a></li></ul></nav>';
export const FOOTER =
  '<footer><p>Acme turns pictures into models that you can print, animate and sell in minutes, loved by two million makers.</p><a href="/jobs">Jobs</a></footer>';
export const COOKIE_BANNER =
  '<div id="onetrust-banner-sdk"><p>We use cookies to make the site work and to show you advertisements that you may like, see our notice.</p><button>Accept all</button></div>';
