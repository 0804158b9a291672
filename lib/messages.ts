/**
 * Every message that crosses a boundary inside the extension, by who sends it. One type and one maker a message: the maker takes an
 * unknown value and gives back a clean one, or null when it does not fit. The site is taken from `sender`, never from a message.
 */
export * from './messages/guard.ts';
export * from './messages/guarded-page.ts';
export { MAX_HTML, MAX_PROJECT } from './messages/limits.ts';
export * from './messages/own-pages.ts';
export type { ForgetProject, Remind, SaveProject } from './messages/plans.ts';
export * from './messages/policy-page.ts';
export { fileChoices, type SaveSettings } from './messages/settings.ts';
export * from './messages/stripper.ts';
