import { readShapes, type RawBox } from '../read/shapes.ts';
import { plainWords } from './paragraphs.ts';
import { patched, type Edit } from './patch.ts';
import type { ContentParagraph } from '../read/types.ts';

/** What became of the slide that an agenda's entry is of; null: it is gone, with all slides of its topic. */
export type Entries = ReadonlyMap<string, string | null>;

function paragraphs(boxes: readonly RawBox[]): ContentParagraph[] {
  return boxes.flatMap((box) => (box.kind === 'group' ? paragraphs(box.children) : box.paragraphs));
}

/** An agenda of ours by the merged deck: entries of slides that are gone are taken out, those of slides whose title a hand changed have that title. */
export function renewedAgenda(xml: string, entries: Entries): string {
  const lines = paragraphs(readShapes(xml, () => '', new Map()).boxes);
  const edits = lines.flatMap(({ text, span }): Edit[] => {
    const now = entries.get(text);
    if (now === undefined || now === text) return [];
    return [{ ...span, xml: now === null ? '' : retitled(xml.slice(span.from, span.to), now) }];
  });
  return patched(xml, edits);
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
