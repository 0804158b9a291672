export const DOCUMENT_KINDS = ['privacy', 'terms'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/**
 * One sentence-sized or list-item-sized unit of a policy. `start` and `end` index into `PolicyText.plain`. `leadIn` is
 * the unfinished text that a list item completes ("We do not:"), outermost first: read it before `text` to judge.
 * `columns` is the first row of the table that a row stands in, which says what its cells are.
 */
export type Clause = {
  text: string;
  heading: string[];
  start: number;
  end: number;
  leadIn?: string;
  columns?: string;
};

/** A policy as text. `updated` is the document's own date of last change, ISO `YYYY-MM-DD`, when it states one. */
export type PolicyText = { plain: string; clauses: Clause[]; language: string; updated?: string };

export type ExtractFailure = 'empty' | 'not-a-policy' | 'error-page' | 'language' | 'too-large';
export type Extraction = { ok: true; text: PolicyText } | { ok: false; reason: ExtractFailure };

export const TOPICS = [
  'training',
  'retention',
  'sharing',
  'access',
  'security',
  'licence',
  'visibility',
  'rights',
  'changes',
  'disputes',
] as const;
export type Topic = (typeof TOPICS)[number];

export type Colour = 'red' | 'green';
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
export type Verdict = 'good' | 'mixed' | 'bad' | 'silent';

/** A rule of `rules/flags/`, as the files hold it. */
export type FlagRule = {
  flag: string;
  topic: Topic;
  colour: Colour;
  /** 1 (worth knowing) to 5 (decides whether to upload). */
  weight: number;
  title: string;
  why: string;
  advice: string;
  phrases: string[];
  /** Phrases that make the sentence say something else: "feedback" is not content. */
  unless?: string[];
  /** Phrases of which one must stand in the sentence, its lead-in, its headings or the sentence before. */
  about?: string[];
  /** Phrases of which none may stand there: "this data" of the sentence before is somebody else's. */
  notAbout?: string[];
  /** 'anyone' where it does not matter who acts; left out, what users or third parties do does not count. */
  actor?: 'anyone';
  /** 'void' where "except", "unless" and the like take the claim back. */
  exceptions?: 'void';
  /** 'void' where "with your consent" makes it another claim. */
  consent?: 'void';
  /** 'count' where a right or a choice is enough; 'void' where it is not, which is what red flags mean when it is left out. */
  rights?: 'count' | 'void';
  /** 'count' where a title or the words of a link are enough: a document's name is all that is asked for. */
  titles?: 'count';
  /** The flag it is instead when the sentence speaks of some plans or customers only. */
  onSomePlans?: string;
  /** Phrases that take the promise back where the next sentence holds one, and the flag it is then. */
  takenBackBy?: string[];
  onTakenBack?: string;
  /** Phrases of a sentence that names other sections ("Sections 5 and 8 survive"): it carries the flag where one of them... */
  sectionPhrases?: string[];
  /** ... holds a sentence with one of these. */
  sectionSays?: string[];
  /** A class of which the sentence must hold two different members: one name is no list. */
  twoOf?: string;
  /** Flags beside which this one says nothing more about the same sentence. */
  yieldsTo?: string[];
  /** Switched off by the person: what is found answers questions and counts for nothing else. */
  off?: true;
  /** Flags that, said of the same service, take this promise back: the contradiction is shown and counts as its worse side. */
  contradicts?: string[];
  matches: string[];
  near: { text: string; because: string }[];
};

/** A wording that a person adds to a flag: it is read as the flag's own phrases are. */
export type OwnPhrase = { flag: string; phrase: string };

/** More than this of their own, and reading a policy would take noticeably longer. */
export const MOST_OWN_PHRASES = 100;

/** A flag found in a document. `quote` is verbatim: `text.plain.slice(start, end)` of that document. */
export type FlagHit = {
  flag: string;
  colour: Colour;
  weight: number;
  quote: string;
  document: DocumentKind;
  start: number;
  end: number;
};

export type TopicCard = { verdict: Verdict; flags: FlagHit[] };
export type Contradiction = { topic: Topic; red: FlagHit; green: FlagHit };
/**
 * A question the documents leave open, ready to be put to the vendor. `id` stays the same whatever the words, so that it
 * can be asked in another language; absent in cards of an older engine.
 */
export type Question = { topic: Topic; text: string; id?: QuestionId };

/** The questions a creator needs answered before uploading, by a name that stays. */
export const QUESTION_IDS = [
  'training',
  'training-opt-out',
  'retention',
  'deletion',
  'recipients',
  'sale',
  'staff',
  'encryption',
  'breach',
  'licence',
  'output',
  'visibility',
  'dpa',
  'changes',
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

/** One line of the score's arithmetic. `points` is what it adds or takes, 0 where a contradiction cancels the flag. */
export type ScorePoint = { flag: string; points: number; cancelledBy?: string };

/** What the work is that would be uploaded: the same documents matter more where it is a client's or unreleased. */
export const WORK_KINDS = ['public', 'client'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Every sentence that can be a verdict, by a name that stays. The words are in score/verdict.ts. */
export const VERDICT_IDS = [
  'unread',
  'client-no',
  'client-no-unless-training-off',
  'client-ask-training',
  'client-care',
  'client-care-unsaid',
  'client-fit',
  'public-no',
  'public-training-off',
  'public-if',
  'public-fine',
  'public-fine-unsaid',
] as const;
export type VerdictId = (typeof VERDICT_IDS)[number];
export const WAYS_OUT = ['hard', 'opt-out', 'some-plans', 'none'] as const;
/** Which way out of training there is. */
export type WayOut = (typeof WAYS_OUT)[number];

/**
 * The verdict as data, to be said in any language. `flags` are the concerns it names, the worst first, two at most;
 * `wayOut` stands where one of them is `trains-on-content`. `client-no` and `public-no` without flags mean that little in
 * the documents protects the reader.
 */
export type VerdictSaid = { id: VerdictId; flags: string[]; wayOut?: WayOut };

/** The card as it reads for one kind of work. `verdict` says it in words: "Not for client work: trains AI on uploads." */
export type CardReading = {
  grade: Grade | null;
  score: number | null;
  quality: number | null;
  points: ScorePoint[];
  cappedAt?: number;
  verdict: string;
  /** What `verdict` says in English, as data. Absent in cards of an older engine. */
  said?: VerdictSaid;
};

export type Scorecard = {
  /** null when no document could be read: an unreadable policy has no grade. */
  grade: Grade | null;
  /** 0 to 100; null when there is no grade. */
  score: number | null;
  topics: Record<Topic, TopicCard>;
  contradictions: Contradiction[];
  unanswered: Question[];
  /** 0 to 100: how good what they say is, whatever they leave out. Absent in cards of an older engine. */
  quality?: number | null;
  /** 0 to 100: how many of a creator's questions they answer at all. Absent in cards of an older engine. */
  openness?: number | null;
  /** What each flag adds or takes; with `START_SCORE` and one point off a question unanswered it makes the score. */
  points?: ScorePoint[];
  /** The highest score that use for training leaves, a lower one where nothing lets the user out. */
  cappedAt?: number;
  /** For each kind of work. What the card says itself is its reading for public work. Absent in cards of an older engine. */
  readings?: Record<WorkKind, CardReading>;
  /** Which documents were read. */
  documents: DocumentKind[];
  /** Version of the rules and the engine, so that a new engine is not mistaken for a new policy. */
  engine: string;
};

export type ChangedClause = { before: string; after: string };

export type PolicyChange = {
  kind: 'same' | 'format' | 'date' | 'text' | 'unreadable';
  clauses: { added: string[]; removed: string[]; changed: ChangedClause[] };
  /** All of `clauses` in one list, what concerns a creator most first; new ones have no `before`, gone ones no `after`. */
  first?: Partial<ChangedClause>[];
  flagsGained: FlagHit[];
  flagsLost: FlagHit[];
  scoreBefore: number | null;
  scoreAfter: number | null;
  /** `unreadable`, because the page is another kind of document now. */
  other?: boolean;
  /** Did the document's own date move with the text? */
  announced: boolean;
};
