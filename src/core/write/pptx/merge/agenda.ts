import { escape } from '../../../base/ooxml/xml/escape.ts';
import { readShapes, type RawBox } from '../read/shapes.ts';
import { plainWords } from './paragraphs.ts';
import { patched, type Edit } from './patch.ts';
import type { ContentParagraph } from '../read/types.ts';

/** What became of the slide that an agenda's entry is of; null: it is gone, with all slides of its topic. */
export type Entries = ReadonlyMap<string, string | null>;

/** A line of a slide that lists others, and what goes with it: the group it stands in, with its number and minutes, else the line alone. */
interface Entry {
  readonly line: ContentParagraph;
  /** What its link stands in: the shape whose only line it is, else the line. */
  readonly own: ContentParagraph['span'];
  readonly whole: ContentParagraph['span'];
}

function entriesIn(boxes: readonly RawBox[], row: RawBox | null = null): Entry[] {
  return boxes.flatMap((box) =>
    box.kind === 'group'
      ? entriesIn(box.children, row ?? box)
      : box.paragraphs.map((line) => ({
          line,
          own: box.paragraphs.length === 1 ? box.span : line.span,
          whole: row?.span ?? line.span,
        })),
  );
}

const entriesOf = (xml: string): Entry[] => entriesIn(readShapes(xml, () => '', new Map()).boxes);

/** A slide that lists others without the entries whose markup, as it stands around their link and in their line, is gone's: each with its row. */
export function withoutEntries(xml: string, isGone: (own: string, line: string) => boolean): string {
  const gone = entriesOf(xml).filter(({ own, line: { span } }) => isGone(xml.slice(own.from, own.to), xml.slice(span.from, span.to)));
  return patched(
    xml,
    gone.map(({ whole }) => ({ ...whole, xml: '' })),
  );
}

/** Attributes that say a group's words to whoever cannot see them. */
const ALT = /(\sdescr=")([^"]*)(")/g;

/**
 * A slide of ours that lists others by the merged deck: entries of slides that are gone are taken out, those of slides whose title a hand changed
 * have that title. Of `linked` lists, as sources are, only what leads to a slide is an entry: a source may be called as a slide is.
 */
export function renewedAgenda(xml: string, entries: Entries, linked: boolean): string {
  const found = entriesOf(xml).flatMap(({ line, own, whole }) => {
    const now = entries.get(line.text);
    const markup = xml.slice(line.span.from, line.span.to);
    return now === undefined || now === line.text || (linked && !xml.slice(own.from, own.to).includes('hlinkClick'))
      ? []
      : [{ line, whole, markup, now }];
  });
  const edits = found.map(({ line, whole, markup, now }): Edit =>
    now === null ? { ...whole, xml: '' } : { ...line.span, xml: retitled(markup, now) },
  );
  return found.reduce(
    (text, { line, now }) =>
      now === null
        ? text
        : text.replace(
            ALT,
            (_, open: string, words: string, close: string) => open + words.replaceAll(escape(line.text), escape(now)) + close,
          ),
    patched(xml, edits),
  );
}

/** The entry's words in its own look; its link stays on all of them. */
function retitled(entry: string, title: string): string {
  const link = /<a:hlinkClick\b[^>]*?(?:\/>|>(?:(?!<\/a:hlinkClick)[^])*<\/a:hlinkClick>)/.exec(entry)?.[0] ?? '';
  const made = plainWords(title, entry);
  if (link === '') return made;
  return made.replace(
    /<a:rPr([^>]*?)(?:\/>|>([^]*?)<\/a:rPr>)/g,
    (_, list: string, inner = '') => `<a:rPr${list}>${String(inner)}${link}</a:rPr>`,
  );
}
