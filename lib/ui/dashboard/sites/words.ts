import { languageTag, type MessageKey, t } from '../../../i18n.ts';
import type {
  PlanNeeded,
  Purpose,
  Seen,
  SiteCard,
  SiteStatus,
  TrainingAnswer,
  Upload,
} from '../../../sites/types.ts';

const SEEN: Record<Seen, MessageKey> = {
  primary: 'dash_seen_primary',
  secondary: 'dash_seen_secondary',
  inferred: 'dash_seen_inferred',
  untraced: 'dash_seen_untraced',
  unverified: 'dash_seen_unverified',
};

const STATUS: Record<SiteStatus, MessageKey> = {
  live: 'dash_status_live',
  unsure: 'dash_status_unsure',
  retired: 'dash_status_retired',
  lookalike: 'dash_status_lookalike',
};

const ANSWERS: Record<TrainingAnswer, MessageKey> = {
  yes: 'dash_trains_yes',
  no: 'dash_trains_no',
  'opt-out': 'dash_trains_opt_out',
  'by-plan': 'dash_trains_by_plan',
  contradictory: 'dash_trains_contradictory',
  unclear: 'dash_trains_unclear',
};

const PLANS: Record<PlanNeeded, MessageKey> = {
  any: 'dash_plan_any',
  paid: 'dash_plan_paid',
  enterprise: 'dash_plan_enterprise',
  unknown: 'dash_plan_unknown',
};

const UPLOADS: Record<Upload, MessageKey> = {
  image: 'dash_takes_image',
  video: 'dash_takes_video',
  '3d': 'dash_takes_3d',
  text: 'dash_takes_text',
};

const PURPOSES: Record<Purpose, MessageKey> = {
  'image-to-3d': 'dash_for_image_to_3d',
  'text-to-3d': 'dash_for_text_to_3d',
  'video-to-3d': 'dash_for_video_to_3d',
  scan: 'dash_for_scan',
  splat: 'dash_for_splat',
  world: 'dash_for_world',
  avatar: 'dash_for_avatar',
  motion: 'dash_for_motion',
  rig: 'dash_for_rig',
  texture: 'dash_for_texture',
  cad: 'dash_for_cad',
  print: 'dash_for_print',
  game: 'dash_for_game',
  hosting: 'dash_for_hosting',
  aggregator: 'dash_for_aggregator',
};

/** How a fact was seen, in words. */
export const seenWords = (seen: Seen): string => t(SEEN[seen]);
/** Whether there is still somebody to give files to, in words. */
export const statusWord = (status: SiteStatus): string => t(STATUS[status]);
/** Whether the site trains on what it is given, in a word or two. */
export const answerWord = (answer: TrainingAnswer): string => t(ANSWERS[answer]);
/** Who can keep work private, in a word or two. */
export const planWord = (plan: PlanNeeded): string => t(PLANS[plan]);

/** "Images, 3D models". */
export function uploadWords(uploads: readonly Upload[]): string {
  return enumerated(uploads.map((upload) => t(UPLOADS[upload])));
}

/** "Image to 3D, rigging". */
export function purposeWords(purposes: readonly Purpose[]): string {
  return enumerated(purposes.map((purpose) => t(PURPOSES[purpose])));
}

function enumerated(words: readonly string[]): string {
  return new Intl.ListFormat(languageTag(), { type: 'unit' }).format(words);
}

/** A country by its ISO 3166-1 code, in the person's language. */
export function countryName(code: string): string {
  return new Intl.DisplayNames(languageTag(), { type: 'region' }).of(code) ?? code;
}

/** Only what was seen at the vendor, or in a source that quotes it, may stand without a mark. */
export function isSure(seen: Seen): boolean {
  return seen === 'primary' || seen === 'secondary';
}

/** Whose name a lookalike bears; undefined for every other site. */
export function imitated({ imitates }: SiteCard): string | undefined {
  if (!imitates) return undefined;
  const { name, vendor } = imitates;
  return vendor && !name.includes(vendor) ? t('dash_by_vendor', name, vendor) : name;
}
