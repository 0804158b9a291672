/** Which names of places and of classes something in a drawing refers to: links, events that start animations, rules of style. */
export function usedNames(xml: string): Record<'id' | 'class', (name: string) => boolean> {
  const links = xml.matchAll(/#([^\s"'<>(),;&{}]+)/g);
  const events = xml.matchAll(/\s(?:begin|end)\s*=\s*["']([^"']*)/g);
  const ids = new Set([
    ...[...links].flatMap(([, name = '']) => [name, name.split(/[.:[]/, 1)[0]]),
    ...[...events].flatMap(([, value = '']) => value.split(/[\s;.+-]+/)),
  ]);
  const rules = xml.match(/<(?:[\w-]+:)?style[\s>][\s\S]*?<\//g)?.join('') ?? '';
  const classes = new Set([...rules.matchAll(/\.([\w\u0080-\uffff-]+)/g)].map(([, name]) => name));
  const isAnyUsed = /[\\[]/.test(rules);
  return { id: (name) => isAnyUsed || ids.has(name), class: (name) => isAnyUsed || classes.has(name) };
}
