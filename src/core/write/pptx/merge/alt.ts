import { escape } from '../../../base/ooxml/xml/escape.ts';
import { readShapes } from '../read/shapes.ts';
import type { SlideContent } from '../read/types.ts';
import { patched, type Edit } from './patch.ts';

/** A text with each line's words exchanged where it says them once, else the lines themselves. */
function respelled(alt: string, was: readonly string[], now: readonly string[]): string {
  const listed = now.join('; ');
  if (was.length !== now.length) return listed;
  let text = alt;
  for (const [i, old] of was.entries()) {
    const words = now[i] ?? '';
    if (old === words) continue;
    const escaped = old.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '[ \u00A0\u202F]');
    const pattern = new RegExp(`(?<![\\p{L}\\p{Nd}])${escaped}(?![\\p{L}\\p{Nd}])`, 'gu');
    if ((text.match(pattern) ?? []).length !== 1) return listed;
    text = text.replace(pattern, () => words);
  }
  return text;
}

/**
 * A merged slide whose groups are read aloud as what they say: a figure, a card or an event that has another line than ours has ours' own
 * alternative text no more, which said the old one.
 */
export function withFreshAlt(xml: string, ours: SlideContent): string {
  const edits = readShapes(xml, () => '', new Map()).boxes.flatMap((box): Edit[] => {
    const own =
      box.kind === 'group' && box.alt !== '' ? ours.boxes.find(({ kind, alt }) => kind === 'group' && alt === box.alt) : undefined;
    if (!own) return [];
    const [was, now] = [own.paragraphs, box.paragraphs].map((paragraphs) => paragraphs.map(({ text }) => text)) as [string[], string[]];
    if (was.join('\n') === now.join('\n')) return [];
    const from = xml.indexOf('<p:cNvPr', box.span.from);
    const to = xml.indexOf('>', from) + 1;
    if (from === -1 || to > box.span.to) return [];
    const text = escape(respelled(box.alt, was, now));
    return [{ from, to, xml: xml.slice(from, to).replace(/\sdescr="[^"]*"/, () => ` descr="${text}"`) }];
  });
  return edits.length === 0 ? xml : patched(xml, edits);
}
