import { t } from '../../i18n.ts';
import type { DocumentKind, Topic, Verdict } from '../../policy/types.ts';

/** What a topic is called, and the question it answers for a person with unreleased work. */
export function topicWords(topic: Topic): { name: string; question: string } {
  return { name: t(`topic_${topic}_name`), question: t(`topic_${topic}_question`) };
}

/** A verdict in one or two words. "Not stated" is an answer of its own, neither good nor bad. */
export function verdictWord(verdict: Verdict): string {
  return t(`verdict_${verdict}`);
}

/** A document's name, standing alone. */
export function documentName(kind: DocumentKind): string {
  return t(`document_${kind}`);
}
