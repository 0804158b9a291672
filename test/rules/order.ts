type Schema = {
  [keyword: string]: unknown;

  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  $defs?: Record<string, Schema>;
};

/** The same value with the properties of every object in the order in which the schema names them. */
export function inOrder(value: unknown, schema: Schema, root: Schema = schema): unknown {
  const { properties = {}, items = {} } = resolved(schema, root);
  if (Array.isArray(value)) return value.map((item) => inOrder(item, items, root));
  if (typeof value !== 'object' || value === null) return value;
  const own = new Map(Object.entries(value));
  const named = Object.entries(properties).filter(([name]) => own.has(name));
  return Object.fromEntries(named.map(([name, inner]) => [name, inOrder(own.get(name), inner, root)]));
}

function resolved(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return (name !== undefined && root.$defs?.[name]) || schema;
}
