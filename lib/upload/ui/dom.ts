type Attributes = Record<string, string>;
type Child = Node | string;

const SVG = 'http://www.w3.org/2000/svg';
const HTML = 'http://www.w3.org/1999/xhtml';

/** An element with attributes and children, also in documents that are not HTML. Text stays text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return build(HTML, tag, attributes, children) as HTMLElementTagNameMap[Tag];
}

/** Who is speaking: on a page of somebody else that must be said. */
export function brand(): HTMLElement {
  return element('div', { class: 'brand' }, 'Meshwarden');
}

/** The mark: a shield of mesh. It says nothing that the words do not, so it is hidden from screen readers. */
export function mark(): Element {
  const lines = 'M12 2 20 5v6c0 5-3.4 9.3-8 11-4.6-1.7-8-6-8-11V5Zm0 0-5 8 5 12 5-12Zm-8 3 3 5h10l3-5';
  const path = build(SVG, 'path', { d: lines }, []);
  return build(SVG, 'svg', { viewBox: '0 0 24 26', class: 'mark', 'aria-hidden': 'true' }, [path]);
}

function build(namespace: string, tag: string, attributes: Attributes, children: Child[]): Element {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
