import { plainTitle, titleBox } from '../read/content.ts';
import type { ContentBox, ContentPicture } from '../read/types.ts';
import { align, LEAST_ALIKE } from './align.ts';
import { valueChanges } from './charts.ts';
import { altTexts, lineChange, lineChanges, linesOf, noteLines, type OriginOf } from './lines.ts';
import { titleText, type SideSlide, type Unit } from './side.ts';
import { cellChanges } from './tables.ts';
import type { AppearanceChange, Change, CommentChange, LineChange, PictureChange } from './types.ts';
import type { WordReader } from './words.ts';

/** How two units are held against each other. */
export interface Comparison {
  readonly reader: WordReader;
  /** Where source numbers lead in each deck. */
  readonly originOf: { readonly from: OriginOf; readonly to: OriginOf };
  /** Both decks come from one build, or neither from any: all of a slide's appearance can be compared. */
  readonly oneBuild: boolean;
  /** Whether names, looks and places mean the same in both. */
  readonly looks: boolean;
}

/** In what two units differ, the most important first. */
export function unitChanges(from: Unit, to: Unit, how: Comparison): Change[] {
  const { reader, originOf, looks } = how;
  const named = looks && !how.oneBuild;
  const all = lineChanges(
    'words',
    linesOf(from, { originOf: originOf.from, named }),
    linesOf(to, { originOf: originOf.to, named }),
    reader,
  );
  const lines = all.filter(({ kind }) => kind !== 'look');
  const notes = lineChanges('notes', noteLines(from, originOf.from), noteLines(to, originOf.to), reader);
  const changes: Change[] = [
    ...titleChange(from, to, reader),
    ...lines,
    ...cellChanges(from, to, reader),
    ...valueChanges(from, to),
    ...notes.filter(({ kind }) => kind !== 'look'),
    ...(looks ? altChanges(from, to, reader) : []),
    ...pictureChanges(from, to, looks),
    ...commentChanges(from, to),
    ...appearance(from, to, how, lines.length < all.length),
  ];
  return changes.sort((a, b) => weight(a) - weight(b));
}

const ORDER: readonly Change['kind'][] = [
  'words',
  'figures',
  'cells',
  'data',
  'notes',
  'pictures',
  'sources',
  'comments',
  'layout',
  'look',
];

/** Numbers first, then as `ORDER`; notes after all that is seen. */
export function weight(change: Change): number {
  const isNumber =
    change.kind === 'data' ? change.category !== null : 'facts' in change && change.facts.some(({ kind }) => kind === 'number');
  const order = ORDER.indexOf(change.kind);
  return change.kind === 'notes' ? order * 10 - (isNumber ? 5 : 0) : isNumber ? order : order * 10 + 10;
}

function titleChange(from: Unit, to: Unit, reader: WordReader): LineChange[] {
  const title = ({ slides: [first] }: Unit): string => first?.content.title ?? '';
  const [old, now] = [title(from), title(to)];
  // Which part of how many a slide is says nothing of its words.
  return old === now || plainTitle(old) === plainTitle(now)
    ? []
    : [lineChange({ kind: 'words', at: 'title' }, old || null, now || null, reader)];
}

function altChanges(from: Unit, to: Unit, reader: WordReader): LineChange[] {
  const [then, now] = [[...new Set(altTexts(from))], [...new Set(altTexts(to))]];
  return align(then, now, (i, j) => (i === j ? LEAST_ALIKE : 0) || reader.likeness(then[i] ?? '', now[j] ?? '')).flatMap((pair) => {
    const [old, text] = [then[pair.from ?? -1] ?? null, now[pair.to ?? -1] ?? null];
    return old === text ? [] : [lineChange({ kind: 'words', at: 'alt' }, old, text, reader)];
  });
}

interface Pictured {
  readonly alt: string;
  readonly picture: ContentPicture;
}

function picturesOf({ slides }: Unit): Pictured[] {
  const within = (box: ContentBox): Pictured[] => [
    ...(box.picture ? [{ alt: box.alt, picture: box.picture }] : []),
    ...box.children.flatMap(within),
  ];
  return slides.flatMap(({ content }) => content.boxes.flatMap(within));
}

/** Programs that write a deck anew may give pictures other bytes, so that only their number can be compared then. */
function pictureChanges(from: Unit, to: Unit, looks: boolean): PictureChange[] {
  const [then, now] = [picturesOf(from), picturesOf(to)];
  if (!looks && then.length === now.length) return [];
  const key = ({ alt, picture: { hash, crop } }: Pictured): string => (looks ? `${hash} ${crop.join(' ')} ${alt}` : alt);
  const alike = (i: number, j: number): number => {
    const [a, b] = [then[i], now[j]];
    if (!a || !b) return 0;
    return a.picture.hash === b.picture.hash ? 1 : i === j && then.length === now.length ? 0.5 : 0;
  };
  return align(then.map(key), now.map(key), alike).flatMap((pair): PictureChange[] => {
    const [old, picture] = [then[pair.from ?? -1] ?? null, now[pair.to ?? -1] ?? null];
    return old && picture && key(old) === key(picture) ? [] : [{ kind: 'pictures', from: old && old.alt, to: picture && picture.alt }];
  });
}

function commentChanges(from: Unit, to: Unit): CommentChange[] {
  const commentsOf = ({ slides }: Unit): Unit['slides'][number]['content']['comments'] => slides.flatMap(({ content }) => content.comments);
  const [then, now] = [commentsOf(from), commentsOf(to)];
  const key = ({ author, text }: (typeof then)[number]): string => `${author}\n${text}`;
  return align(then.map(key), now.map(key), () => 0).flatMap((pair): CommentChange[] => {
    const [old, comment] = [then[pair.from ?? -1] ?? null, now[pair.to ?? -1] ?? null];
    return old && comment
      ? []
      : [{ kind: 'comments', author: (comment ?? old)?.author ?? '', from: old && old.text, to: comment && comment.text }];
  });
}

function* boxesWithin(box: ContentBox): Generator<ContentBox> {
  yield box;
  for (const child of box.children) yield* boxesWithin(child);
}

/**
 * Of one build, whatever differs; a box that came or went is told by its words, picture or data where it has any. Of two builds what was
 * done by hand in either: all else follows from template and words.
 */
function appearance(from: Unit, to: Unit, { oneBuild, looks }: Comparison, isSetAnew: boolean): AppearanceChange[] {
  if (!looks) return [];
  if (!oneBuild) {
    const byHand = [...from.slides, ...to.slides].map((slide) => slide.byHand);
    const layouts = (unit: Unit): string => [...new Set(unit.slides.map(({ content }) => content.layout))].join('\n');
    return [
      ...(byHand.some(({ layout }) => layout) || layouts(from) !== layouts(to) ? [{ kind: 'layout' } as const] : []),
      ...(byHand.some(({ look }) => look) ? [{ kind: 'look' } as const] : []),
    ];
  }
  const boxes = (unit: Unit): ContentBox[] => unit.slides.flatMap(({ content }) => content.boxes.flatMap((box) => [...boxesWithin(box)]));
  const sorted = (unit: Unit, of: (box: ContentBox) => string): string => boxes(unit).map(of).sort().join('\n');
  const place = ({ placeholder, frame }: ContentBox): string =>
    `${placeholder?.type ?? ''} ${placeholder?.index ?? ''} ${frame?.join(' ') ?? ''}`;
  const layout = (unit: Unit): string => unit.slides.map(({ content }) => content.layout).join('\n') + sorted(unit, place);
  // How lines are set was compared line by line; cells' is that of the whole table.
  const surface = ({ kind, look, surface }: ContentBox): string => (kind === 'table' ? look : surface);
  const title = ({ content }: SideSlide): string => (titleBox(content.boxes)?.paragraphs ?? []).map(({ look }) => look).join('');
  const look = (unit: Unit): string => unit.slides.map((slide) => slide.content.rest + title(slide)).join('\n') + sorted(unit, surface);
  return [
    ...(layout(from) === layout(to) ? [] : [{ kind: 'layout' } as const]),
    ...(look(from) === look(to) && !isSetAnew ? [] : [{ kind: 'look' } as const]),
  ];
}

/** What a unit says besides its title, a line each; a table's rows and a chart's series as one line. */
export function saidLines(unit: Unit): string[] {
  const lines = linesOf(unit, { originOf: () => null, named: false }).map(({ text }) => text);
  const first = unit.slides[0];
  const untitled = first && first.content.title === '' ? titleText(first.content) : null;
  const data = unit.slides.flatMap(({ content }) =>
    content.boxes.flatMap((box) => [
      ...box.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | ')),
      ...(box.chart?.series.map(({ name, points }) => `${name}: ${points.map((p) => `${p.category} ${p.value}`).join('; ')}`) ?? []),
    ]),
  );
  return [...lines.filter((text, i) => i > 0 || text !== untitled), ...data];
}
