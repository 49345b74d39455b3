import { Parser } from 'htmlparser2';

export interface Scan {
  readonly depth: number;
  readonly elements: number;
  readonly doctype: boolean;
}

/**
 * Walks markup without building a tree, before anything recursive may touch it: 20,000 elements inside each other
 * overflow the stack of every tree builder, and 5,000 cost readability five seconds (docs/intake.md).
 */
export function scanMarkup(text: string, { xml }: { readonly xml: boolean }): Scan {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  let doctype = false;
  const parser = new Parser(
    {
      onopentag() {
        depth++;
        elements++;
        deepest = Math.max(deepest, depth);
      },
      onclosetag() {
        depth--;
      },
      onprocessinginstruction(name) {
        doctype ||= name.toLowerCase() === '!doctype';
      },
    },
    { xmlMode: xml },
  );
  parser.end(text);
  return { depth: deepest, elements, doctype };
}
