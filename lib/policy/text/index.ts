export type { Block } from './blocks.ts';
export { rowBlock } from './blocks.ts';
export { policyText } from './build.ts';
export { datesIn, documentDate, standsWhereDatesAre, statedDates } from './date.ts';
export { detectLanguage } from './language.ts';
export { markdownBlocks, policyFromMarkdown } from './markdown.ts';
export { readable } from './readable.ts';
export { sentences } from './sentences.ts';
