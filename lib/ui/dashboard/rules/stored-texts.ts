import type { DocumentKind, PolicyText } from '../../../policy/types.ts';
import { cardById } from '../../../sites/cards.ts';
import { allReviews, latestSnapshot } from '../../../store/index.ts';

/** The newest stored text of a document, with the name of its site. */
export type StoredText = { site: string; kind: DocumentKind; text: PolicyText };

/** The newest text of every document that was read so far. */
export async function storedTexts(): Promise<StoredText[]> {
  const reviews = await allReviews();
  const all = reviews.flatMap(({ site, documents }) => documents.map(({ kind }) => textOf(site, kind)));
  return (await Promise.all(all)).flatMap((text) => text ?? []);
}

async function textOf(site: string, kind: DocumentKind): Promise<StoredText | undefined> {
  const [snapshot, card] = await Promise.all([latestSnapshot(site, kind), cardById(site)]);
  return snapshot && { site: card?.name ?? site, kind, text: snapshot.text };
}
