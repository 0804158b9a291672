const WIDTH = 110;

/** Writes JSON as the repository holds it: a list or an inner object on one line where it fits, else one item a line. */
export function formatJson(value: unknown): string {
  return `${expanded(value, '')}\n`;
}

function written(value: unknown, indent: string, before: number, after: number): string {
  const short = onOneLine(value);
  return indent.length + before + short.length + after <= WIDTH ? short : expanded(value, indent);
}

function expanded(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item, nth) => inner + written(item, inner, 0, nth < value.length - 1 ? 1 : 0));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  const lines = entries.map(([key, item], nth) => {
    const name = `${JSON.stringify(key)}: `;
    return inner + name + written(item, inner, name.length, nth < entries.length - 1 ? 1 : 0);
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}
