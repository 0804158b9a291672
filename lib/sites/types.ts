import type { DocumentKind } from '../policy/types.ts';

/**
 * How a fact was seen: at the vendor itself, in a source that quotes or uses it, concluded from other facts, once but with the source
 * lost, or not at all. Only the first two may be shown without a mark.
 */
export type Seen = 'primary' | 'secondary' | 'inferred' | 'untraced' | 'unverified';

/**
 * Whether there is still somebody to give files to: `live`; `unsure` when it was seen, but not whether it runs today; `retired` when it
 * has ended; `lookalike` when it bears the name of somebody else's service.
 */
export type SiteStatus = 'live' | 'unsure' | 'retired' | 'lookalike';

/** What people give to a site. */
export type Upload = 'image' | 'video' | '3d' | 'text';

/** What a site is for. `aggregator`: it passes work on to the models of others. */
export type Purpose =
  | 'image-to-3d'
  | 'text-to-3d'
  | 'video-to-3d'
  | 'scan'
  | 'splat'
  | 'world'
  | 'avatar'
  | 'motion'
  | 'rig'
  | 'texture'
  | 'cad'
  | 'print'
  | 'game'
  | 'hosting'
  | 'aggregator';

export type SitePolicy = { kind: DocumentKind; url: string; seen: Seen };

/**
 * One generator site: what the engine needs to know of it, in every part of the extension. `pages` are match patterns of the WebExtensions
 * API; the guard runs there when `isGuarded` says so. `exact`: the host as it stands, not with or without "www." as well.
 */
export type Site = {
  id: string;
  name: string;
  vendor?: string;
  status: SiteStatus;
  home: string;
  uploads: Upload[];
  pages: { pattern: string; seen: Seen; note?: string; exact?: true }[];
  uploadHosts: string[];
  policies: SitePolicy[];
  /** When the facts were last looked at, ISO date. */
  checked: string;
};

/** Something known of a site, in our own words and in English. `on` is the ISO date of its source, or of the look at it. */
export type Fact = { text: string; seen: Seen; on: string };

/**
 * Does the site train on what it is given? `by-plan`: on some plans or routes; `contradictory`: it says both; `unclear`: its words leave
 * it open.
 */
export type TrainingAnswer = 'yes' | 'no' | 'opt-out' | 'by-plan' | 'contradictory' | 'unclear';

/** Who can keep work private, or out of training. */
export type PlanNeeded = 'any' | 'paid' | 'enterprise' | 'unknown';

/** What is known beyond what the engine needs; every part may be missing, and then nothing is known. */
export type SiteFacts = {
  training?: Fact & { answer: TrainingAnswer };
  /** The private mode or the switch that keeps work out of training; `url` leads to it or to its description. */
  privateMode?: Fact & { plan: PlanNeeded; url?: string };
  /** What the free plan gives away. */
  freePlan?: Fact;
  retention?: Fact;
  /** The law, the company's seat; `country` is an ISO 3166-1 code. */
  jurisdiction?: Fact & { country?: string };
  formats?: Fact;
  limits?: Fact;
};

/** Where a vendor announces changes. */
export type Channel = {
  kind: 'blog' | 'changelog' | 'docs' | 'help' | 'status' | 'trust';
  url: string;
  seen: Seen;
};

/** A site with all that is known of it: a whole file of `rules/sites/`. Only pages load these, and only when they show one. */
export type SiteCard = Site & {
  purposes: Purpose[];
  /** What a person should know about the site as such: a new name, a new owner, an end. */
  note?: Fact;
  /** Whose service a lookalike bears the name of; `site` is its id in the catalogue. */
  imitates?: { name: string; vendor?: string; site?: string };
  facts: SiteFacts;
  /** The person's own work on the site: where what was made and given can be deleted. */
  gallery?: { url: string; seen: Seen };
  channels: Channel[];
};
