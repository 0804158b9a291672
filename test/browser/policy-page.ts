/** A policy of a pretend vendor: long enough to be one, with `extra` sentences in it. */
export function policyPage(title: string, updated: string, extra: readonly string[]): string {
  const sections = [...SECTIONS, { heading: 'Your uploads', text: extra }].filter(
    ({ text }) => text.length > 0,
  );
  const body = sections
    .map(({ heading, text }) => `<h2>${heading}</h2>\n<p>${text.join(' ')}</p>`)
    .join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
    <body><main><h1>${title}</h1><p>Last updated: ${updated}</p>${body}</main></body></html>`;
}

const SECTIONS = [
  {
    heading: 'Who we are',
    text: [
      'This document explains how we handle personal information when you use our website and our service for making 3D models.',
      'By using the service you agree to what is written here, so please read it before you open an account.',
    ],
  },
  {
    heading: 'Information we collect',
    text: [
      'We collect the name and e-mail address that you give us when you open an account, and the pictures that you upload.',
      'Our servers write down the address of your device, the kind of browser and the time of each visit.',
      'If you pay for a plan, our payment provider tells us that a payment was made, but not the number of your card.',
    ],
  },
  {
    heading: 'How we use information',
    text: [
      'We use personal information to run the service, to answer your questions and to send you messages about your account.',
      'Personal information may be disclosed where the law obliges us to do so, or to protect the rights of other people.',
    ],
  },
  {
    heading: 'Your choices',
    text: [
      'You can change the information in your account at any time in the settings page of the service.',
      'If you have questions about this privacy policy or these terms, please write to us at the address below.',
    ],
  },
];
