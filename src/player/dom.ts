/** Elements without markup strings: words are only ever text, and a strict content policy has nothing to object to. */

export const root = document.documentElement;

/** Whether a finger is all there is to point with, as on a tablet or a phone. */
export function isTouched(): boolean {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}

/** Keys as the deck is read: in a right-to-left one the left arrow goes on. */
export function turned(keys: string): string {
  return root.dir === 'rtl' ? keys.replace(/[←→]/g, (arrow) => (arrow === '←' ? '→' : '←')) : keys;
}

type Properties = Readonly<Record<string, string | number | boolean | ((event: Event) => void)>>;

function set(node: Element, properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value !== false) node.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Takes out what a script put into the page before: a browser saves a page as it stands, and its script runs again in the copy.
 * What stands behind the script is not there yet when it runs; so all is put before it. */
export function removeMade(): void {
  for (const node of document.querySelectorAll('[data-made]')) node.remove();
}

/** An element with attributes, listeners (a function's key is the event) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  set(node, { 'data-made': true, ...properties });
  node.append(...children);
  return node;
}

/** A line drawing on a 24-unit grid. */
export function icon(path: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  set(svg, { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  const line = document.createElementNS(space, 'path');
  set(line, { d: path });
  svg.append(line);
  return svg;
}

/** A button that does one thing; with an icon, its words are its name and its tooltip. */
export function button(label: string, act: () => void, path?: string, key?: string): HTMLButtonElement {
  const title = key ? `${label} (${key})` : label;
  const properties: Properties = { type: 'button', click: act };
  if (path === undefined) return el('button', properties, label);
  return el('button', { ...properties, 'aria-label': label, title }, icon(path));
}
