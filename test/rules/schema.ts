type Schema = Record<string, unknown>;

/**
 * Checks a value against the part of JSON Schema (draft 2020-12) that `flag.schema.json` uses, and refuses keywords
 * it does not know, so that the schema cannot demand something that nothing checks.
 * @returns what is wrong, each with its place; empty when all is well.
 */
export function violations(value: unknown, schema: Schema, root: Schema = schema, place = '$'): string[] {
  return Object.entries(schema).flatMap(([keyword, wanted]) => {
    const check = CHECKS[keyword];
    if (!check) return [`${place}: the schema uses "${keyword}", which is not checked`];
    return check(value, wanted, { schema, root, place });
  });
}

type Where = { schema: Schema; root: Schema; place: string };
type Check = (value: unknown, wanted: unknown, where: Where) => string[];

const annotation: Check = () => [];
const demand =
  (test: (value: unknown, wanted: unknown) => boolean, what: string): Check =>
  (value, wanted, { place }) =>
    test(value, wanted) ? [] : [`${place}: ${what} ${JSON.stringify(wanted)}`];

const CHECKS: Record<string, Check> = {
  $schema: annotation,
  $defs: annotation,
  title: annotation,
  description: annotation,
  const: demand((value, wanted) => value === wanted, 'must be'),
  enum: demand((value, wanted) => Array.isArray(wanted) && wanted.includes(value), 'must be one of'),
  type: demand(isOfType, 'must be of type'),
  minimum: demand((value, wanted) => Number(value) >= Number(wanted), 'must be at least'),
  maximum: demand((value, wanted) => Number(value) <= Number(wanted), 'must be at most'),
  minLength: demand((value, wanted) => lengthOf(value) >= Number(wanted), 'must be as long as'),
  maxLength: demand((value, wanted) => lengthOf(value) <= Number(wanted), 'must be no longer than'),
  minItems: demand((value, wanted) => lengthOf(value) >= Number(wanted), 'must hold as many as'),
  uniqueItems: demand(
    (value) => Array.isArray(value) && new Set(value.map(String)).size === value.length,
    'unique',
  ),
  pattern: demand((value, wanted) => new RegExp(String(wanted), 'u').test(String(value)), 'must match'),
  required: (value, wanted, { place }) =>
    asNames(wanted)
      .filter((name) => !Object.hasOwn(asRecord(value), name))
      .map((name) => `${place}: ${name} is missing`),
  properties: (value, wanted, { root, place }) =>
    Object.entries(asRecord(wanted)).flatMap(([name, inner]) =>
      Object.hasOwn(asRecord(value), name)
        ? violations(asRecord(value)[name], asRecord(inner), root, `${place}.${name}`)
        : [],
    ),
  additionalProperties: (value, _, { schema, place }) =>
    Object.keys(asRecord(value))
      .filter((name) => !Object.hasOwn(asRecord(schema.properties), name))
      .map((name) => `${place}: ${name} is not in the schema`),
  items: (value, wanted, { root, place }) =>
    (Array.isArray(value) ? value : []).flatMap((item, nth) =>
      violations(item, asRecord(wanted), root, `${place}[${nth}]`),
    ),
  $ref: (value, wanted, { root, place }) => {
    const name = String(wanted).replace('#/$defs/', '');
    return violations(value, asRecord(asRecord(root.$defs)[name]), root, place);
  },
};

function isOfType(value: unknown, wanted: unknown): boolean {
  if (wanted === 'array') return Array.isArray(value);
  if (wanted === 'integer') return Number.isInteger(value);
  if (wanted === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === wanted;
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0;
}

function asRecord(value: unknown): Schema {
  return isOfType(value, 'object') ? (value as Schema) : {};
}

function asNames(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
