import type { FindingKind } from '../../strip/types.ts';

/** What was taken out of a file, by kind. Values are never stored, so none can be shown. */
export const FINDING_WORDS: Record<FindingKind, string> = {
  location: 'location',
  person: 'names',
  device: 'camera details',
  time: 'dates',
  software: 'software used',
  prompt: 'AI prompt',
  provenance: 'edit history',
  thumbnail: 'preview image',
  path: 'folder names',
  comment: 'comments',
  trailing: 'data hidden after the picture',
  other: 'other hidden data',
};
