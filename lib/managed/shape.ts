import { originToAdd } from '../sites/added.ts';
import { list, Misfit, maybe, oneOf, record, type Shape, text, yesOrNo } from '../store/shape.ts';
import { CADENCES, FILE_CHOICES, type FileChoices } from '../store/types.ts';
import type { Managed, ManagedRules } from './types.ts';

const MOST_SITES = 1_000;
const MOST_RULES = 200;
const flag = text(100);

const cadence = oneOf(CADENCES);
const names = list(text(300), MOST_SITES);
const weight = oneOf([1, 2, 3, 4, 5]);

const choices = Object.fromEntries(FILE_CHOICES.map((choice) => [choice, maybe(yesOrNo)])) as {
  [Choice in keyof FileChoices]: Shape<boolean | undefined>;
};
const files: Shape<Partial<FileChoices>> = (value) => {
  knowOnly(FILE_CHOICES, value);
  return record<Partial<FileChoices>>(choices)(value);
};

const rules: Shape<ManagedRules> = (value) => {
  knowOnly(['off', 'weights', 'phrases'], value);
  const { off, weights, phrases } = record<Partial<ManagedRules>>({
    off: maybe(list(flag, MOST_RULES)),
    weights: maybe(byFlag(weight)),
    phrases: maybe(byFlag(list(text(2_000), MOST_RULES))),
  })(value);
  return { off: off ?? [], weights: weights ?? {}, phrases: phrases ?? {} };
};

const FIELDS = { cadence, files, sites: list(origin, MOST_SITES), notForClientWork: names, rules } as const;

/** Nothing is managed. */
export function unmanaged(): Managed {
  return {
    files: {},
    sites: [],
    notForClientWork: [],
    rules: { off: [], weights: {}, phrases: {} },
    unclear: [],
  };
}

/**
 * What an organisation's policy says (`public/managed-schema.json` is its schema). Never throws: each setting that does not fit is left
 * out and named, so that one slip of an administrator does not undo the others.
 */
export function managedFrom(value: unknown): Managed {
  const managed = unmanaged();
  for (const [name, given] of entriesOf(value)) {
    try {
      Object.assign(managed, { [name]: shapeOf(name)(given) });
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      managed.unclear.push(name);
    }
  }
  return managed;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function shapeOf(name: string): Shape<unknown> {
  if (Object.hasOwn(FIELDS, name)) return FIELDS[name as keyof typeof FIELDS];
  throw new Misfit(`no setting is called ${name}`);
}

/** A misspelt name would be a decision that nobody carries out. */
function knowOnly(known: readonly string[], value: unknown): void {
  const stranger = entriesOf(value).find(([name]) => !known.includes(name));
  if (stranger) throw new Misfit(`no setting is called ${stranger[0]}`);
}

function byFlag<T>(shape: Shape<T>): Shape<Record<string, T>> {
  return (value) => {
    if (Array.isArray(value)) throw new Misfit('not a record');
    const entries = entriesOf(value).slice(0, MOST_RULES);
    return Object.fromEntries(entries.map(([name, each]) => [flag(name), shape(each)]));
  };
}

/** Scheme and host, as browsers ask permission for; a path or a port would promise a border that no browser draws. */
function origin(value: unknown): string {
  const given = text(300)(value);
  if (originToAdd(given) !== given) throw new Misfit('not an origin');
  return given;
}
