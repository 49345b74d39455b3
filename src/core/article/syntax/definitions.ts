import type { Definition, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';

/** What may open a definition: then references anywhere in the text may need it. */
const DEFINITION = /^ {0,3}\[(?!¶)[^\]\n]+\]:/m;

export function hasDefinitions(text: string): boolean {
  return DEFINITION.test(text);
}

const ADDRESS = /^(?:https?:\/\/|mailto:|www\.|[^\s/]+\.[a-z]{2,})/i;

const isParent = (node: Nodes): node is Parents => 'children' in node;

/** The tree's definitions by their id, the first of each, as CommonMark 4.7 has it. */
function definitionsIn(node: Nodes, found = new Map<string, Definition>()): ReadonlyMap<string, Definition> {
  if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  else if (isParent(node)) for (const child of node.children) definitionsIn(child, found);
  return found;
}

/** A line that only looks like a definition, `[Note]: important`, as the words it is. */
function asWords(node: Definition, text: string): RootContent {
  const value = text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  const position = node.position && { position: node.position };
  return { type: 'paragraph', children: [{ type: 'text', value, ...position }], ...position };
}

/**
 * Makes `[words][id]` and `[words]` links, and takes out the definitions that they name: `[id]: https://… "title"`. One that nothing
 * names stays where it leads somewhere, for the reader to report; else it is words.
 */
export function resolveDefinitions(root: Root, text: string): void {
  const definitions = definitionsIn(root);
  const used = new Set<string>();
  const resolved = (node: PhrasingContent): PhrasingContent => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return node;
    const definition = definitions.get(node.identifier);
    if (!definition) return node;
    used.add(node.identifier);
    const { url, title = null } = definition;
    const position = node.position && { position: node.position };
    return node.type === 'linkReference'
      ? { type: 'link', url, title, children: node.children, ...position }
      : { type: 'image', url, title, alt: node.alt ?? null, ...position };
  };
  const link = (node: Nodes): void => {
    if (!isParent(node)) return;
    const children = node.children as Nodes[];
    children.forEach((child, i) => {
      children[i] = resolved(child as PhrasingContent);
      link(children[i]);
    });
  };
  const tidy = (node: Nodes): void => {
    if (!isParent(node)) return;
    const children = node.children as RootContent[];
    const kept = children.flatMap((child): RootContent[] => {
      if (child.type !== 'definition') return [child];
      if (used.has(child.identifier)) return [];
      return [ADDRESS.test(child.url) ? child : asWords(child, text)];
    });
    children.splice(0, children.length, ...kept);
    for (const child of children) tidy(child);
  };
  link(root);
  tidy(root);
}
