import { type MessageKey, t } from '../../i18n.ts';

/** The keys of what something is called and why it is there. */
export type Named = { name: MessageKey; why: MessageKey };

/** The same in words. */
export function inWords({ name, why }: Named): { name: string; why: string } {
  return { name: t(name), why: t(why) };
}
