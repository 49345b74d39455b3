import type { TextRun } from '../../../base/text.ts';
import { attribute } from '../../../base/ooxml/xml/scan.ts';
import { child, children, parseXml, textOf } from '../../../base/ooxml/xml/tree.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import { labelOf } from '../../../base/ooxml/labels.ts';
import type { ContentBox } from '../read/types.ts';
import type { Change } from '../recipe/inspect.ts';
import { inOrder } from '../recipe/order.ts';
import { mergeSequences } from './sequence.ts';
import { boxesOf, paragraphLines, recordedRows, rowLines, type SideBox, type SideSlide } from './side.ts';
import { streamsOf, type Stream } from './slide.ts';
import { readDecks } from './read.ts';
import { slideMerge, type Unit } from './units.ts';
import type { Line } from './lines.ts';

/** A line of our deck: a paragraph of a text box or of notes, or a table's cell. */
export interface LinePlace {
  /** Of our deck's slides, from 0. */
  readonly slide: number;
  /** The box, as the selection pane names it; null: the notes. */
  readonly box: string | null;
  /** Its paragraphs that say anything, from 0; of a table, the cells row by row. */
  readonly line: number;
}

/** One thing that a hand did to a deck since it was handed out, and that the briefing has not changed meanwhile. */
export type HandChange =
  | {
      readonly kind: 'reworded';
      readonly slide: HandSlide;
      readonly place: LinePlace;
      readonly was: string;
      readonly runs: readonly TextRun[];
    }
  /** Behind a line of ours; null: before the first of its box, which then has `before`. */
  | { readonly kind: 'added'; readonly slide: HandSlide; readonly after: LinePlace | null; readonly runs: readonly TextRun[] }
  | { readonly kind: 'removed'; readonly slide: HandSlide; readonly place: LinePlace; readonly was: string }
  | {
      readonly kind: 'slide-removed';
      readonly id: string;
      readonly topic: string | null;
      readonly slideKind: string;
      readonly number: number;
      readonly title: string;
    }
  /** `after`: our id of the slide that it stands behind; null: the deck's first. */
  | {
      readonly kind: 'slide-added';
      readonly slide: HandSlide;
      readonly after: string | null;
      readonly lines: readonly (readonly TextRun[])[];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'slide-moved'; readonly slide: HandSlide; readonly id: string; readonly after: string | null }
  /** What no briefing holds. */
  | { readonly kind: 'kept-in-deck'; readonly slide: HandSlide; readonly what: Exclude<Change, 'words' | 'notes' | 'cells'> }
  /** Both sides changed it: it is to be merged first. */
  | { readonly kind: 'contested'; readonly slide: HandSlide; readonly was: string };

/** A slide of the edited deck. */
export interface HandSlide {
  /** From 1. */
  readonly number: number;
  readonly title: string;
}

/** The words of a paragraph's XML with their looks, without source labels. */
function runsOf(xml: string): TextRun[] {
  return children(parseXml(xml)).flatMap((part): TextRun[] => {
    if (part.name === 'a:br') return [{ text: '\n' }];
    if (part.name !== 'a:r') return [];
    const list = child(part, 'a:rPr')?.attributes ?? '';
    const text = textOf(child(part, 'a:t'));
    const baseline = attribute(list, 'baseline');
    if (labelOf(text, baseline) !== null) return [];
    const raised = Number.parseFloat(baseline ?? '0');
    const isOn = (name: string): boolean => ['1', 'true'].includes(attribute(list, name) ?? '');
    return [
      {
        text: text.replaceAll('\u00AD', ''),
        ...(isOn('b') && { bold: true as const }),
        ...(isOn('i') && { italic: true as const }),
        ...(/Strike$/.test(attribute(list, 'strike') ?? '') && attribute(list, 'strike') !== 'noStrike' && { strike: true as const }),
        ...(raised > 0 ? { script: 'super' as const } : raised < 0 ? { script: 'sub' as const } : {}),
      },
    ];
  });
}

interface Reading {
  readonly stamp: string;
  readonly numbers: ReadonlyMap<SideSlide, number>;
  /** Where each of our lines stands, by part and offset. */
  readonly places: ReadonlyMap<string, LinePlace>;
  readonly text: (part: string) => string;
}

const key = ({ part, from }: Pick<Line, 'part' | 'from'>): string => `${part} ${from}`;

function ourPlaces(slides: readonly SideSlide[], stamp: string): Map<string, LinePlace> {
  const places = new Map<string, LinePlace>();
  const put = (slide: number, box: string | null, lines: readonly Line[]): void =>
    lines.forEach((line, i) => places.set(key(line), { slide, box, line: i }));
  slides.forEach((slide, i) => {
    const visit = (box: ContentBox): void => {
      put(i, box.name, paragraphLines(box.kind === 'group' ? [] : box.paragraphs, slide.content.part, stamp));
      box.rows
        .flatMap(({ cells }) => cells)
        .forEach(({ span }, line) => places.set(`${slide.content.part} ${span.from}`, { slide: i, box: box.name, line }));
      box.children.forEach(visit);
    };
    slide.content.boxes.forEach(visit);
    if (slide.content.notesPart !== null) put(i, null, paragraphLines(slide.content.notes, slide.content.notesPart, stamp));
  });
  return places;
}

/** What a hand did in two lists of lines that the briefing left as they were. */
function changedLines(
  base: readonly string[],
  theirs: readonly Line[],
  ours: readonly Line[],
  slide: HandSlide,
  reading: Reading,
): HandChange[] {
  let last: LinePlace | null = null;
  const digests = (lines: readonly Line[]): string[] => lines.map(({ digest }) => digest);
  return mergeSequences(base, digests(theirs), digests(ours)).flatMap((step): HandChange[] => {
    const [his, mine] = [step.kind === 'same' ? [step.theirs] : step.theirs, step.kind === 'same' ? [step.ours] : step.ours];
    const [hands, own] = [his.flatMap((i) => theirs[i] ?? []), mine.flatMap((i) => ours[i] ?? [])];
    const at = own.map((line) => reading.places.get(key(line)) ?? null);
    const before = last;
    last = at.findLast((place) => place !== null) ?? last;
    if (step.kind === 'conflict') return [{ kind: 'contested', slide, was: hands.map(({ text }) => text).join(' / ') }];
    if (step.kind !== 'theirs') return [];
    const runs = ({ part, from, to }: Line): TextRun[] => runsOf(reading.text(part).slice(from, to));
    return [
      ...own.flatMap((line, i): HandChange[] => {
        const [place, hand] = [at[i], hands[i]];
        if (!place) return [];
        return [
          hand ? { kind: 'reworded', slide, place, was: line.text, runs: runs(hand) } : { kind: 'removed', slide, place, was: line.text },
        ];
      }),
      ...hands.slice(own.length).map((line): HandChange => ({ kind: 'added', slide, after: at.at(-1) ?? before, runs: runs(line) })),
    ];
  });
}

/** Cells of rows that are as many as they were; a row that was added or taken out is named by its words. */
function changedCells({ base, theirs, ours }: Stream, slide: HandSlide, reading: Reading): HandChange[] {
  const rows = (boxes: readonly SideBox[]): Line[] => boxes.flatMap((box) => rowLines(box, reading.stamp));
  const cells = (boxes: readonly SideBox[]) =>
    boxes.flatMap(({ box, slide: { content } }) => box.rows.map((row) => row.cells.map((cell) => ({ ...cell, part: content.part }))));
  const [hands, own, his, mine] = [rows(theirs), rows(ours), cells(theirs), cells(ours)];
  const digests = (lines: readonly Line[]): string[] => lines.map(({ digest }) => digest);
  return mergeSequences(base.flatMap(recordedRows), digests(hands), digests(own)).flatMap((step): HandChange[] => {
    if (step.kind === 'conflict') return [{ kind: 'contested', slide, was: step.theirs.map((i) => hands[i]?.text ?? '').join(' / ') }];
    if (step.kind !== 'theirs') return [];
    if (step.theirs.length !== step.ours.length) return [{ kind: 'kept-in-deck', slide, what: 'layout' }];
    return step.ours.flatMap((i, at) =>
      (mine[i] ?? []).flatMap((cell, column): HandChange[] => {
        const hand = his[step.theirs[at] ?? -1]?.[column];
        const place = reading.places.get(`${cell.part} ${cell.span.from}`);
        if (!hand || !place || hand.text === cell.text) return [];
        return [{ kind: 'reworded', slide, place, was: cell.text, runs: [{ text: hand.text }] }];
      }),
    );
  });
}

/** A line that was taken out at one place and put in at another was moved: no briefing holds that by itself. */
function withoutMoves(changes: readonly HandChange[], slide: HandSlide): HandChange[] {
  const said = ({ runs }: { readonly runs: readonly TextRun[] }): string =>
    runs
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  const out = new Set(changes.flatMap((change) => (change.kind === 'removed' ? [change.was] : [])));
  const moved = new Set(changes.flatMap((change) => (change.kind === 'added' && out.has(said(change)) ? [said(change)] : [])));
  if (moved.size === 0) return [...changes];
  const kept = changes.filter(
    (change) => !((change.kind === 'removed' && moved.has(change.was)) || (change.kind === 'added' && moved.has(said(change)))),
  );
  return [...kept, { kind: 'kept-in-deck', slide, what: 'layout' }];
}

const ELSEWHERE: readonly (HandChange & { kind: 'kept-in-deck' })['what'][] = ['alt', 'data', 'pictures', 'look', 'layout', 'comments'];

function changedIn(unit: Unit, reading: Reading): HandChange[] {
  const [first] = unit.theirs;
  if (!first || unit.ours.length === 0) return [];
  const slide = { number: reading.numbers.get(first) ?? 0, title: first.content.title };
  const lines = (boxes: readonly SideBox[]): Line[] =>
    boxes.flatMap(({ box, slide: { content } }) => paragraphLines(box.paragraphs, content.part, reading.stamp));
  const { streams } = streamsOf(slideMerge(unit), reading.stamp);
  const words = streams.flatMap((stream): HandChange[] => {
    if (stream.base[0]?.kind === 'table') return changedCells(stream, slide, reading);
    return changedLines(
      stream.base.flatMap((box) => box.words),
      lines(stream.theirs),
      lines(stream.ours),
      slide,
      reading,
    );
  });
  const spoken = (slides: readonly SideSlide[]): Line[] =>
    slides.flatMap(({ content }) => paragraphLines(content.notes, content.notesPart ?? '', reading.stamp));
  const notes = changedLines(
    unit.records.flatMap(({ said }) => said?.notes ?? []),
    spoken(unit.theirs),
    spoken(unit.ours),
    slide,
    reading,
  );
  const elsewhere = ELSEWHERE.filter((what) => unit.theirChanges.has(what)).map((what): HandChange => ({
    kind: 'kept-in-deck',
    slide,
    what,
  }));
  return [...withoutMoves(words, slide), ...withoutMoves(notes, slide), ...elsewhere];
}

/** A slide that a hand added: its title, and all else that it says. */
function addedSlide(slide: SideSlide, number: number, after: string | null, reading: Reading): HandChange {
  const { part, title, boxes, notes } = slide.content;
  const said = boxesOf(slide, reading.stamp).filter(({ box }) => !/^(?:ctrT|t)itle$|^(?:ftr|sldNum|dt)$/.test(box.placeholder?.type ?? ''));
  const lines = said.flatMap(({ box }) => [...box.paragraphs, ...box.rows.flatMap(({ cells }) => cells)]);
  const untitled = title === '' && boxes.length > 0;
  const runs = lines.map(({ span, text }) =>
    reading.text(part).slice(span.from).startsWith('<a:p') ? runsOf(reading.text(part).slice(span.from, span.to)) : [{ text }],
  );
  const heading = untitled ? (lines[0]?.text ?? '') : title;
  return {
    kind: 'slide-added',
    slide: { number, title: heading },
    after,
    lines: untitled ? runs.slice(1) : runs,
    notes: notes.map(({ text }) => text),
  };
}

/**
 * What was done by hand to a deck since it was handed out, as changes of what the briefing gives now (`ours`). What the briefing has changed,
 * too, is `contested`. Throws as `mergeDecks`.
 */
export function handChanges(theirParts: Parts, ourParts: Parts): HandChange[] {
  const { theirs, ours, units, ids, record } = readDecks(theirParts, ourParts);
  const reading: Reading = {
    stamp: record.stamp,
    numbers: new Map(theirs.slides.map((slide, i) => [slide, i + 1])),
    places: ourPlaces(ours.slides, record.stamp),
    text: (part) => theirs.reader.text(part),
  };
  const unitOf = new Map(units.flatMap((unit) => unit.theirs.map((slide) => [slide, unit] as const)));
  const changes = units.flatMap((unit): HandChange[] => {
    const [was] = unit.records;
    if (!was || unit.theirs.length > 0 || unit.ours.length === 0) return changedIn(unit, reading);
    const title = unit.ours[0]?.content.title ?? '';
    return [{ kind: 'slide-removed', id: was.id, topic: was.topic, slideKind: was.kind, number: numberOfKind(was, record.slides), title }];
  });
  let after: string | null = null;
  const numberOf = (slide: SideSlide): number | null => unitOf.get(slide)?.records[0]?.number ?? null;
  const kept = inOrder(theirs.slides.flatMap((slide) => numberOf(slide) ?? []));
  for (const [i, slide] of theirs.slides.entries()) {
    const unit = unitOf.get(slide);
    const hand = { number: i + 1, title: slide.content.title };
    if (!unit) changes.push(addedSlide(slide, i + 1, after, reading));
    else {
      const number = numberOf(slide);
      // In the briefing it may stand there by now.
      const isThere = (ids[ids.indexOf(unit.id) - 1] ?? null) === after;
      if (number !== null && !kept.has(number) && !isThere) changes.push({ kind: 'slide-moved', slide: hand, id: unit.id, after });
      after = unit.id;
    }
  }
  return changes.filter((change) => change.kind !== 'slide-removed' || ids.includes(change.id));
}

/** Which of its topic's slides of its kind it is, from 1. */
function numberOfKind(
  slide: { readonly topic: string | null; readonly kind: string; readonly number: number },
  all: readonly { readonly topic: string | null; readonly kind: string; readonly number: number }[],
): number {
  return all.filter(({ topic, kind, number }) => topic === slide.topic && kind === slide.kind && number <= slide.number).length;
}
