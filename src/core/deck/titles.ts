import { markBetween, type Direction } from '../base/bidi.ts';
import { plainText, type Run } from '../base/text.ts';

/** One line, one space: what two titles are compared by. */
function comparable(title: readonly Run[]): string {
  return plainText(title).replace(/\s+/g, ' ');
}

/**
 * Titles made unique, as PowerPoint's accessibility checker asks: one that came before gets a number. A word for what the slide shows would
 * say what is seen anyway; a template that knows more (a chart's own title) prints it.
 */
export function uniqueTitles(titles: readonly (readonly Run[])[], direction: Direction): (readonly Run[])[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const base = comparable(title);
    let ending = '';
    for (let number = 2; taken.has(base + ending); number++) ending = `\u00A0(${number})`;
    taken.add(base + ending);
    return ending === '' ? title : [...title, { text: markBetween(base, ending, direction) + ending, quiet: true }];
  });
}
