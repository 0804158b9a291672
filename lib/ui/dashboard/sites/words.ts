import { languageTag, t } from '../../../i18n.ts';
import type {
  PlanNeeded,
  Purpose,
  Seen,
  SiteCard,
  SiteStatus,
  TrainingAnswer,
  Upload,
} from '../../../sites/types.ts';

/** How a fact was seen, in words. */
export const seenWords = (seen: Seen): string => t(`dash_seen_${seen}`);
/** Whether there is still somebody to give files to, in words. */
export const statusWord = (status: SiteStatus): string => t(`dash_status_${status}`);
/** Whether the site trains on what it is given, in a word or two. */
export const answerWord = (answer: TrainingAnswer): string => t(`dash_trains_${keyPart(answer)}`);
/** Who can keep work private, in a word or two. */
export const planWord = (plan: PlanNeeded): string => t(`dash_plan_${plan}`);

/** "Images, 3D models". */
export function uploadWords(uploads: readonly Upload[]): string {
  return enumerated(uploads.map((upload) => t(`dash_takes_${upload}`)));
}

/** "Image to 3D, rigging". */
export function purposeWords(purposes: readonly Purpose[]): string {
  return enumerated(purposes.map((purpose) => t(`dash_for_${keyPart(purpose)}`)));
}

/** Keys of texts have no dashes. */
type KeyPart<Id extends string> = Id extends `${infer Head}-${infer Rest}` ? `${Head}_${KeyPart<Rest>}` : Id;

function keyPart<Id extends string>(id: Id): KeyPart<Id> {
  return id.replaceAll('-', '_') as KeyPart<Id>;
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
