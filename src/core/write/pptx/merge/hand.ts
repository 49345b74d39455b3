import type { TextRun } from '../../../base/text.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import type { ContentBox } from '../read/types.ts';
import { inOrder } from '../recipe/order.ts';
import { changedAlt, changedCells, changedCharts } from './hand-data.ts';
import { key, runsOf, type Reading } from './hand-reading.ts';
import type { HandChange, HandSlide, LinePlace } from './hand-types.ts';
import { mergeSequences } from './sequence.ts';
import { boxesOf, paragraphLines, type SideBox, type SideSlide } from './side.ts';
import { streamsOf, type Stream } from './slide.ts';
import { readDecks } from './read.ts';
import { slideMerge, type Unit } from './units.ts';
import type { Line } from './lines.ts';

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

const ELSEWHERE = ['pictures', 'look', 'layout', 'comments'] as const;

/** Whether a look is another, or a label was taken out or put in: one line more or less is no look. */
function looksDiffer({ records, theirs }: Unit, streams: readonly Stream[]): boolean {
  if (theirs.some(({ said }, i) => said.rest !== records[i]?.said?.rest)) return true;
  const labels = (refs: readonly (readonly number[])[]): string => refs.map((list) => list.length).join(' ');
  return streams.some(({ base, theirs: boxes }) =>
    boxes.some(({ said }, i) => {
      const was = base[i];
      return was && (was.look !== said.look || (was.refs.length === said.refs.length && labels(was.refs) !== labels(said.refs)));
    }),
  );
}

function changedIn(unit: Unit, reading: Reading): HandChange[] {
  const [first] = unit.theirs;
  if (!first || unit.ours.length === 0) return [];
  const slide = { number: reading.numbers.get(first) ?? 0, title: first.content.title };
  const lines = (boxes: readonly SideBox[]): Line[] =>
    boxes.flatMap(({ box, slide: { content } }) => paragraphLines(box.paragraphs, content.part, reading.stamp));
  const { streams, byHand } = streamsOf(slideMerge(unit), reading.stamp);
  const data = streams.flatMap((stream) => [
    ...changedCharts(stream, slide, reading),
    ...changedAlt(stream, unit.rewritten, slide, reading),
  ]);
  const added = byHand.flatMap(({ box, said }): HandChange[] => {
    const spoken = [...box.paragraphs, ...box.rows.flatMap(({ cells }) => cells)].map(({ text }) => text).filter(Boolean);
    return spoken.length === 0 && said.data === '' ? [] : [{ kind: 'kept-in-deck', slide, what: 'box', said: spoken.join(' / ') }];
  });
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
  const elsewhere = ELSEWHERE.filter((what) => unit.theirChanges.has(what) && (what !== 'look' || looksDiffer(unit, streams))).map(
    (what): HandChange => ({
      kind: 'kept-in-deck',
      slide,
      what,
    }),
  );
  return [...withoutMoves(words, slide), ...withoutMoves(notes, slide), ...data, ...added, ...elsewhere];
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
    ours: ours.slides,
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
