/** What the popup draws once its first frame stands: see `../more.ts`. */
export { Arithmetic } from './Arithmetic.tsx';
export { ChecklistBody } from './ChecklistBody.tsx';
export { Contradictions } from './Contradictions.tsx';
export { DamagedPage } from './DamagedPage.tsx';
export { DocumentList } from './DocumentList.tsx';
export { Elsewhere } from './Elsewhere.tsx';
export { KnownFacts } from './KnownFacts.tsx';
export { KnownPage } from './KnownPage.tsx';
export { LookAround } from './LookAround.tsx';
export { OpenQuestions } from './OpenQuestions.tsx';
export { ReadingNotices } from './ReadingNotices.tsx';
export { SiteNotices } from './SiteNotices.tsx';
export { SiteTools } from './SiteTools.tsx';
export { TopicBody } from './TopicBody.tsx';
export { UnknownPage } from './UnknownPage.tsx';
export { Unreadable } from './Unreadable.tsx';
export { Waiting } from './Waiting.tsx';
