import type { ComponentChild, ComponentChildren, FunctionComponent, VNode } from 'preact';

/**
 * Draws a tree of components that hold no state of their own as HTML, for tests that read what a person would read. Handlers
 * are left out; attributes are not escaped.
 */
export function html(node: ComponentChildren): string {
  if (Array.isArray(node)) return node.map(html).join('');
  if (isElement(node)) return elementHtml(node);
  return node === null || node === undefined || typeof node === 'boolean' ? '' : String(node);
}

/** The text alone, in one line. */
export function text(node: ComponentChildren): string {
  return html(node)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

type Element = VNode<Record<string, unknown> & { children?: ComponentChildren }>;

function isElement(node: ComponentChildren): node is Element {
  return typeof node === 'object' && node !== null && 'type' in node;
}

function elementHtml({ type, props }: Element): string {
  if (typeof type !== 'string')
    return html((type as FunctionComponent<typeof props>)(props) as ComponentChild);
  const attributes = Object.entries(props)
    .filter(([name, value]) => name !== 'children' && typeof value !== 'function' && value !== undefined)
    .map(([name, value]) => ` ${name}="${String(value)}"`)
    .join('');
  return `<${type}${attributes}>${html(props.children)}</${type}>`;
}
