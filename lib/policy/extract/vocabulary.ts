/**
 * The words of agreements and notices. Prose about other things uses a few of them; a document that binds somebody uses
 * many different ones, often.
 */
const LEGAL_WORDS =
  /\b(?:shall|must|may not|agree(?:s|d|ment|ments)?|terms|conditions|liab(?:le|ility|ilities)|indemnif\w+|warrant(?:y|ies|s)|rights?|laws?|legal(?:ly)?|applicable|consent|privacy|policy|policies|personal (?:data|information)|process(?:es|ed|ing)?|third[- ]part(?:y|ies)|disclos\w+|collect\w*|share|retain\w*|retention|delet\w+|licen[cs]\w+|intellectual property|copyrights?|trademarks?|prohibit\w*|permitted|comply|compliance|complian\w+|terminat\w+|jurisdiction|arbitration|disputes?|provisions?|obligations?|notice|purposes?|cookies|security|confidential\w*|governing|govern(?:s|ed)|pursuant|hereunder|herein|effective|account|services?|content|users?|customers?|request)\b/gi;

const SAMPLE = 40_000;

/** How much of a text is in the words of agreements: per hundred words, and how many different ones. */
export type LegalTone = { perHundred: number; different: number; words: number };

/** @param text English text; its first 40,000 characters are judged */
export function legalTone(text: string): LegalTone {
  const sample = text.slice(0, SAMPLE);
  const words = sample.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  const found = sample.toLowerCase().match(LEGAL_WORDS) ?? [];
  const stems = new Set(found.map((word) => word.slice(0, 6)));
  return { perHundred: words === 0 ? 0 : (found.length * 100) / words, different: stems.size, words };
}
