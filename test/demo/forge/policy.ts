/** Which of its two policies the forge publishes. The second one quietly takes a promise back. */
export type PolicyVersion = 1 | 2;

type Section = { heading: string; text: string };

/** The privacy policy of the pretend vendor, as a web page. */
export function privacyPage(version: PolicyVersion): string {
  const dated = version === 1 ? 'March 2, 2026' : 'November 16, 2026';
  return page('Privacy Policy', dated, [...COMMON, ...(version === 1 ? CAREFUL : GREEDY), ...CLOSING]);
}

/** The terms of the pretend vendor; they stay as they are. */
export function termsPage(): string {
  return page('Terms of Service', 'March 2, 2026', TERMS);
}

function page(title: string, dated: string, sections: Section[]): string {
  const body = sections.map(({ heading, text }) => `<h2>${heading}</h2><p>${text}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Demo Forge</title>
<link rel="stylesheet" href="/forge.css"></head><body class="policy"><main>
<p><a href="/">Demo Forge</a></p><h1>${title}</h1><p>Last updated: ${dated}</p>
${body}
</main></body></html>`;
}

const COMMON: Section[] = [
  {
    heading: 'Who we are',
    text: 'Demo Forge is a pretend service on your own machine. This privacy policy explains how we handle personal information and the content that you upload when you use our service to make 3D models.',
  },
  {
    heading: 'Information we collect',
    text: 'We collect the name and e-mail address that you give us when you open an account, and the pictures and meshes that you upload. Our servers record the address of your device and the time of each visit.',
  },
];

const CAREFUL: Section[] = [
  {
    heading: 'Your uploads',
    text: 'We do not use your content to train our AI models. We delete your uploads within 30 days after your model was made. You can delete your models and uploads at any time in your account settings.',
  },
  {
    heading: 'Security',
    text: 'All data is encrypted in transit with TLS and encrypted at rest. We do not sell your personal information.',
  },
];

const GREEDY: Section[] = [
  {
    heading: 'Your uploads',
    text: 'We may use your uploads and the models made from them to train our AI models. We keep your content for as long as necessary for our business purposes.',
  },
  {
    heading: 'Security',
    text: 'All data is encrypted in transit with TLS and encrypted at rest. We do not sell your personal information.',
  },
];

const CLOSING: Section[] = [
  {
    heading: 'Your rights',
    text: 'You have the right to access your personal information, to receive a copy of it, and to have it erased. To use these rights, write to privacy@forge.meshwarden.test and we will answer within one month.',
  },
  {
    heading: 'Contact',
    text: 'If you have questions about this privacy policy, please write to us at the address above.',
  },
];

const TERMS: Section[] = [
  {
    heading: 'Agreement',
    text: 'These terms of service are an agreement between you and Demo Forge. By using the service you agree to these terms, so please read them before you open an account.',
  },
  {
    heading: 'Your content',
    text: 'You retain all rights in the content that you upload. You own the models that you make with the service. You grant us a limited licence to use your content solely to provide the service to you, and this licence ends when you delete your content.',
  },
  {
    heading: 'Use of the service',
    text: 'You must not use the service to break the law or to infringe the rights of other people. We may suspend your account if you do so.',
  },
  {
    heading: 'Changes',
    text: 'We will notify you by e-mail at least 30 days before any material change to these terms takes effect.',
  },
];
