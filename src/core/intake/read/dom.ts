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
  readonly documentElement: DomElement;
  readonly body: DomElement;
  readonly querySelector: (selectors: string) => DomElement | null;
  readonly querySelectorAll: (selectors: string) => Iterable<DomElement>;
}

/** A document of HTML text. */
export async function parseDocument(html: string): Promise<DomDocument> {
  const { parseHTML } = await import('linkedom');
  // linkedom's own types are the browser's, which core is not told of.
  return (parseHTML(html) as { readonly document: DomDocument }).document;
}

/** The element that Mozilla's readability takes for the article, null where it finds none. It changes the document. */
export async function findArticle(document: DomDocument, charThreshold: number): Promise<DomElement | null> {
  const { Readability } = await import('@mozilla/readability');
  const options = { charThreshold, keepClasses: true, disableJSONLD: true, serializer: (node: unknown) => node as DomElement };
  return new Readability<DomElement>(document, options).parse()?.content ?? null;
}
