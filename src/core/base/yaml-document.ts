import { Composer, Parser, YAMLParseError, type Document, type DocumentOptions, type LineCounter, type ParseOptions } from 'yaml';

/** Lists and maps in one another. People write some ten; the library, and whoever walks what it read, calls itself once for each. */
const MOST_LEVELS = 100;

/** Thrown where they are more. */
export class TooDeep extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super(`lists and maps stand in one another more than ${MOST_LEVELS} deep`);
    this.offset = offset;
  }
}

class BoundedParser extends Parser {
  override *next(lexeme: string): ReturnType<Parser['next']> {
    if (this.stack.length > MOST_LEVELS) throw new TooDeep(this.offset);
    yield* super.next(lexeme);
  }
}

/** One YAML document, its faults in `errors`, as the library's own `parseDocument`. Throws `TooDeep`. */
export function parseYaml(
  text: string,
  { lineCounter, ...options }: ParseOptions & DocumentOptions & { readonly lineCounter?: LineCounter },
): Document {
  const parser = new BoundedParser(lineCounter?.addNewLine);
  const [document, second] = new Composer(options).compose(parser.parse(text), true, text.length);
  if (!document) throw new Error('an empty text is a document, too');
  if (second) {
    const message = 'a second document begins here';
    document.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', message));
  }
  return document;
}
