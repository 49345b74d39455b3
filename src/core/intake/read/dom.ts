/** What reading needs of a document tree. Core has no DOM: linkedom builds one from text, which loads and runs nothing. */

export interface DomNode {
  /** 1: an element, 3: text, 8: a comment. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly previousSibling: DomNode | null;
}

export interface DomElement extends DomNode {
  readonly textContent: string;
  readonly localName: string;
  readonly tagName: string;
  readonly id: string;
  readonly parentElement: DomElement | null;
  readonly children: Iterable<DomElement>;
  readonly getAttribute: (name: string) => string | null;
  readonly hasAttribute: (name: string) => boolean;
  readonly closest: (selectors: string) => DomElement | null;
  readonly querySelector: (selectors: string) => DomElement | null;
  readonly querySelectorAll: (selectors: string) => Iterable<DomElement>;
}

export interface DomDocument {
  /** Null where the text has no element. */
  readonly documentElement: DomElement | null;
  readonly childNodes: Iterable<DomNode>;
  readonly body: DomElement;
  readonly querySelector: (selectors: string) => DomElement | null;
  readonly querySelectorAll: (selectors: string) => Iterable<DomElement>;
}

class TooMany extends Error {}

/** What stands in a page's head. */
const METADATA = new Set(['title', 'meta', 'link', 'style', 'script', 'base', 'noscript', 'template']);

/** Whether a tree is a page as browsers have it: one body, behind a head in which nothing is seen. */
function isPage({ documentElement: root, childNodes }: DomDocument): boolean {
  const beside = [...childNodes].filter((node) => node !== root && (node.nodeType === 1 || node.nodeType === 3));
  if (root?.localName !== 'html' || beside.some((node) => (node.textContent ?? '').trim() !== '')) return false;
  const [head, body, ...more] = [...root.children];
  if (more.length > 0) return false;
  if (body === undefined) return head?.localName === 'body';
  return head?.localName === 'head' && body.localName === 'body' && [...head.children].every(({ localName }) => METADATA.has(localName));
}

/** A document of HTML text that is whole. */
export async function parseDocument(html: string): Promise<DomDocument> {
  const { parseHTML } = await import('linkedom');
  // linkedom's own types are the browser's, which core is not told of.
  return (parseHTML(html) as { readonly document: DomDocument }).document;
}

/**
 * A document of a page. Elements that a page left out (`<body>`, the end of `<head>`) are added as the HTML standard says. Null where
 * that makes more than `most` elements: formatting that is left open is opened again in each paragraph.
 */
export async function parsePage(html: string, most: number): Promise<DomDocument | null> {
  const document = await parseDocument(html);
  if (isPage(document)) return document;
  // linkedom adds none.
  const { defaultTreeAdapter, parse, serialize } = await import('parse5');
  let count = 0;
  const counted: typeof defaultTreeAdapter.createElement = (...how) => {
    if (++count > most) throw new TooMany();
    return defaultTreeAdapter.createElement(...how);
  };
  try {
    const tree = parse(html, { scriptingEnabled: false, treeAdapter: { ...defaultTreeAdapter, createElement: counted } });
    return await parseDocument(serialize(tree));
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

/** The element that Mozilla's readability takes for the article, null where it finds none. It changes the document. */
export async function findArticle(document: DomDocument, charThreshold: number): Promise<DomElement | null> {
  const { Readability } = await import('@mozilla/readability');
  const options = { charThreshold, keepClasses: true, disableJSONLD: true, serializer: (node: unknown) => node as DomElement };
  return new Readability<DomElement>(document, options).parse()?.content ?? null;
}
