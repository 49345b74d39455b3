import type { ContentBox, ContentParagraph } from '../read/types.ts';
import { plainTitle, titleBox } from '../read/content.ts';
import { align, LEAST_ALIKE } from './align.ts';
import type { AppearanceChange, LineChange, SourceChange } from './types.ts';
import type { Unit } from './side.ts';
import type { WordReader } from './words.ts';

/** A line of a slide or its notes, as it is compared. */
export interface Line {
  readonly text: string;
  /** Where its source labels lead; null where that is not known. */
  readonly origins: readonly string[] | null;
  /** Lines of one box have one order. */
  readonly box: string;
  /** In a group of shapes, as figures are. */
  readonly grouped: boolean;
  /** Where in a box whose lines have each its own place, of how many: figures, and the only line of a box (a mark, a date); null in running text. */
  readonly place: string | null;
  readonly look: string;
}

export type OriginOf = (refs: readonly number[]) => readonly string[] | null;

export interface LineSources {
  readonly originOf: OriginOf;
  /** Boxes are known by their names over the parts of a divided slide; not where a program gave names of its own. */
  readonly named: boolean;
}

/**
 * A unit's lines but its title, in the order of its boxes. What a further part of a divided slide repeats (a kicker, a footer, the title)
 * is there once.
 */
export function linesOf(unit: Unit, { originOf, named }: LineSources): Line[] {
  return once(
    unit.slides.map(({ content }, part) => {
      const title = titleBox(content.boxes);
      const first = plainTitle(unit.slides[0]?.content.title ?? '');
      const isRest = part > 0 && plainTitle(content.title) === first;
      return content.boxes.flatMap((box, i) =>
        box === title && (part === 0 || isRest)
          ? []
          : box.paragraphs.map((paragraph, at) => lineOf(paragraph, named ? box.name : `${part} ${i}`, { box, at }, originOf)),
      );
    }),
  );
}

export function noteLines(unit: Unit, originOf: OriginOf): Line[] {
  return once(unit.slides.map(({ content }) => content.notes.map((paragraph) => lineOf(paragraph, 'notes', null, originOf))));
}

function lineOf(
  { text, refs, look }: ContentParagraph,
  box: string,
  of: { readonly box: ContentBox; readonly at: number } | null,
  originOf: OriginOf,
): Line {
  const grouped = of?.box.kind === 'group';
  const count = of?.box.paragraphs.length ?? 0;
  const place = of && (grouped || count === 1) ? `${of.at} of ${count}` : null;
  return { text, origins: originOf(refs), box, grouped, place, look };
}

/** The lines of all parts, without those that a part before said already. */
function once(parts: readonly (readonly Line[])[]): Line[] {
  const said = new Set<string>();
  return parts.flatMap((lines) => {
    const own = lines.filter(({ text }) => !said.has(text));
    for (const { text } of lines) said.add(text);
    return own;
  });
}

/** Alternative texts of tables, charts, groups and shapes; those of pictures go with the pictures. */
export function altTexts(unit: Unit): string[] {
  const within = (box: ContentBox): string[] => [
    ...(box.kind === 'picture' || box.alt === '' ? [] : [box.alt]),
    ...box.children.flatMap(within),
  ];
  return unit.slides.flatMap(({ content }) => content.boxes.flatMap(within));
}

/** The one took the place of the other, whatever they say. */
function isInPlaceOf(old: Line | undefined, line: Line | undefined): boolean {
  return old !== undefined && line !== undefined && old.place !== null && old.place === line.place && old.box === line.box;
}

type Kind = LineChange['kind'];

/** One line that differs; null for the side where it does not stand. */
export function lineChange(of: Pick<LineChange, 'kind' | 'at'>, from: string | null, to: string | null, reader: WordReader): LineChange {
  return { ...of, from, to, ...reader.compare(from, to), order: false };
}

/** In what lists of lines differ: words, order, where their labels lead, and how they are set. */
export function lineChanges(
  kind: Kind,
  then: readonly Line[],
  now: readonly Line[],
  reader: WordReader,
): (LineChange | SourceChange | AppearanceChange)[] {
  const text = (list: readonly Line[], at: number): string => list[at]?.text ?? '';
  const pairs = align(
    then.map((line) => line.text),
    now.map((line) => line.text),
    (i, j) => Math.max(isInPlaceOf(then[i], now[j]) ? LEAST_ALIKE : 0, reader.likeness(text(then, i), text(now, j))),
  );
  return pairs.flatMap(({ from, to, moved }, at): (LineChange | SourceChange | AppearanceChange)[] => {
    const [old, line] = [from === null ? null : (then[from] ?? null), to === null ? null : (now[to] ?? null)];
    const look = old && line && old.look !== line.look ? [{ kind: 'look' } as const] : [];
    if (old && line && old.text === line.text) {
      const isElsewhere = moved && standsElsewhere(at, pairs, then, now);
      return [
        ...(isElsewhere ? [{ kind, at: 'line', from: old.text, to: line.text, spans: [], facts: [], order: true } as const] : []),
        ...relabelled(old, line),
        ...look,
      ];
    }
    const shown = (line ?? old) as Line;
    const isFigure = kind === 'words' && shown.grouped && reader.isFigure(shown.text);
    return [lineChange({ kind: isFigure ? 'figures' : kind, at: 'line' }, old?.text ?? null, line?.text ?? null, reader), ...look];
  });
}

/** Whether it changed places with another line of its box; boxes themselves may come in any order. */
function standsElsewhere(
  at: number,
  pairs: readonly { readonly from: number | null; readonly to: number | null }[],
  then: readonly Line[],
  now: readonly Line[],
): boolean {
  const { from, to } = pairs[at] ?? { from: null, to: null };
  if (from === null || to === null) return false;
  return pairs.some(
    (other) =>
      other.from !== null &&
      other.to !== null &&
      then[other.from]?.box === then[from]?.box &&
      now[other.to]?.box === now[to]?.box &&
      (other.from - from) * (other.to - to) < 0,
  );
}

function relabelled(old: Line, line: Line): SourceChange[] {
  if (old.origins === null || line.origins === null) return [];
  const [from, to] = [[...old.origins].sort(), [...line.origins].sort()];
  return from.join('\n') === to.join('\n') ? [] : [{ kind: 'sources', text: line.text, from, to }];
}
