import type { ComponentChildren } from 'preact';

/** A text with its `<b>` parts as elements, so that a translator can move the stress to where the language wants it. */
export function bold(text: string): ComponentChildren {
  return text.split(/<b>(.*?)<\/b>/).map((part, at) => (at % 2 === 1 ? <b key={part}>{part}</b> : part));
}
