import { escape } from '../../../base/ooxml/xml/escape.ts';
import type { BoxDigests } from '../recipe/record.ts';
import { chartWords } from './chart-words.ts';
import { wordEdits, type BoxContext, type Stream } from './boxes.ts';

export type { Stream } from './boxes.ts';
import type { Line, PartEdit, Side } from './lines.ts';
import { boxesOf, pairBoxes, paragraphLines, type SideBox, type SideSlide } from './side.ts';
import { unbound } from './unbound.ts';

/** A slide that both sides have changed, or a divided one with all its parts. */
export interface SlideMerge {
  readonly base: readonly (readonly BoxDigests[])[];
  readonly theirs: readonly SideSlide[];
  readonly ours: readonly SideSlide[];
  /** Their program wrote all anew, so that looks and places cannot be compared. */
  readonly rewritten: boolean;
}

export interface SlideContext extends BoxContext {
  /** The layout of a slide of either side, as it was read. */
  readonly layout: (side: Side, slide: string) => string;
  /** Leads their chart's frame to our chart. */
  readonly replaceChart: (theirs: SideBox, ours: SideBox) => void;
}

/** Changes of the carrier's slide parts. */
export function slideEdits(merge: SlideMerge, context: SlideContext): PartEdit[] {
  const { streams, added } = streamsOf(merge, context.stamp);
  const edits = streams.flatMap((stream) => streamEdits(stream, merge, context));
  return context.carrier === 'theirs' ? [...edits, ...added.flatMap((box) => addition(box, merge, context))] : edits;
}

/** Whether a hand changed a box that our slide has not: what was changed has no place on it. */
export function hasOrphans(merge: SlideMerge, stamp: string): boolean {
  return streamsOf(merge, stamp).streams.some(
    ({ base, theirs, ours }) => ours.length === 0 && said(base) !== said(theirs.map((box) => box.said)),
  );
}

export interface Streams {
  readonly streams: readonly Stream[];
  /** Boxes of ours that were not there. */
  readonly added: readonly SideBox[];
  /** Boxes that a hand added: they are in no stream and stay as they are. */
  readonly byHand: readonly SideBox[];
}

/** The boxes of all parts by region. */
export function streamsOf({ base, theirs, ours }: SlideMerge, stamp: string): Streams {
  const streams = new Map<string, { name: string; base: BoxDigests[]; theirs: SideBox[]; ours: SideBox[] }>();
  const added: SideBox[] = [];
  const byHand: SideBox[] = [];
  const streamOf = ({ name, kind }: BoxDigests): { base: BoxDigests[]; theirs: SideBox[]; ours: SideBox[] } => {
    const key = `${kind} ${name}`;
    const made = streams.get(key) ?? { name, base: [], theirs: [], ours: [] };
    streams.set(key, made);
    return made;
  };
  const all = base.flat();
  all.forEach((record) => streamOf(record).base.push(record));
  for (const [side, slides] of [
    ['theirs', theirs],
    ['ours', ours],
  ] as const) {
    slides.forEach((slide, i) => {
      const boxes = boxesOf(slide, stamp);
      const own = base[i] ?? all;
      const found = pairBoxes(own, boxes);
      const open = boxes.filter((_, at) => !found[at]);
      // A region of ours may have stood on another of these slides.
      const others = side === 'ours' ? pairBoxes(absent(all, own), open) : [];
      boxes.forEach((box, at) => {
        const record = found[at] ?? others[open.indexOf(box)];
        if (record) streamOf(record)[side].push(box);
        else (side === 'ours' ? added : byHand).push(box);
      });
    });
  }
  return { streams: [...streams.values()], added, byHand };
}

/** Records of regions that a slide had none of. */
function absent(all: readonly BoxDigests[], own: readonly BoxDigests[]): BoxDigests[] {
  return all.filter((record) => !own.some(({ kind, name }) => kind === record.kind && name === record.name));
}

function linesOf(boxes: readonly SideBox[], stamp: string): Line[] {
  return boxes.flatMap(({ box, slide }) => {
    const { part } = slide.content;
    if (box.chart) return [{ text: chartWords(box.chart), digest: '', part, ...box.span }];
    if (box.rows.length > 0)
      return box.rows.map(({ cells, span }) => ({ text: cells.map(({ text }) => text).join(' | '), digest: '', part, ...span }));
    return paragraphLines(box.paragraphs, part, stamp);
  });
}

const said = (records: readonly BoxDigests[]): string =>
  records.map(({ words, data, picture }) => [...words, data, picture].join(' ')).join(' ');

function streamEdits(stream: Stream, merge: SlideMerge, context: SlideContext): PartEdit[] {
  const { base, theirs, ours, name } = stream;
  const [was, his, mine] = [said(base), said(theirs.map((b) => b.said)), said(ours.map((b) => b.said))];
  const contested = {
    base: base.flatMap(({ words }) => words),
    theirs: linesOf(theirs, context.stamp),
    ours: linesOf(ours, context.stamp),
  };
  if (theirs.length === 0) {
    // Deleted by hand.
    if (was === mine || ours.length === 0 || context.settle('box', name, contested) !== 'ours') return [];
    return context.carrier === 'theirs' ? ours.flatMap((box) => addition(box, merge, context)) : [];
  }
  if (ours.length === 0) {
    if (context.carrier === 'ours' || (was !== his && context.settle('box', name, contested) !== 'ours')) return [];
    return theirs.map(({ box, slide }) => ({ part: slide.content.part, ...box.span, xml: '' }));
  }
  const looks = !merge.rewritten && theirs.some(({ said: now }, i) => now.place !== base[i]?.place || now.look !== base[i].look);
  return [
    ...wordEdits(stream, context, looks, merge.rewritten),
    ...objectEdits(stream, merge, context),
    ...altEdits(stream, merge, context),
  ];
}

/** A chart's data and a picture: whose changed. In a rewritten deck pictures are told by their bytes alone, and those may be packed anew. */
function objectEdits({ name, base, theirs, ours }: Stream, { rewritten }: SlideMerge, context: SlideContext): PartEdit[] {
  const [was, his, mine] = [base[0], theirs[0], ours[0]];
  if (!was || !his || !mine || context.carrier === 'ours') return [];
  const contested = (text: (box: SideBox) => string) => ({
    base: [],
    theirs: [{ text: text(his), digest: '', part: his.slide.content.part, ...his.box.span }],
    ours: [{ text: text(mine), digest: '', part: mine.slide.content.part, ...mine.box.span }],
  });
  if (mine.said.data !== was.data && mine.said.data !== his.said.data && mine.box.chart) {
    const isTheirs = his.said.data !== was.data;
    const text = ({ box }: SideBox): string => (box.chart ? chartWords(box.chart) : '');
    if (!isTheirs || context.settle('chart', name, contested(text)) === 'ours') context.replaceChart(his, mine);
  }
  if (mine.said.picture === was.picture || mine.said.picture === his.said.picture || !mine.box.picture) return [];
  const isTheirs = !rewritten && his.said.picture !== was.picture;
  if (
    isTheirs &&
    context.settle(
      'picture',
      name,
      contested(({ box }) => box.alt),
    ) !== 'ours'
  )
    return [];
  const fill = (side: 'theirs' | 'ours', box: SideBox): { from: number; to: number; xml: string } | null => {
    const { part } = box.slide.content;
    const xml = context.text(side, part);
    const from = xml.indexOf('<p:blipFill', box.box.span.from);
    const to = xml.indexOf('</p:blipFill>', from) + '</p:blipFill>'.length;
    return from === -1 || to > box.box.span.to ? null : { from, to, xml: xml.slice(from, to) };
  };
  const [old, fresh] = [fill('theirs', his), fill('ours', mine)];
  const { part } = his.slide.content;
  return old && fresh ? [{ part, from: old.from, to: old.to, xml: context.carried(fresh.xml, mine.slide.content.part, part) }] : [];
}

/** Alternative text says what a box says: ours, where nobody else changed theirs. LibreOffice drops it. */
function altEdits({ base, theirs, ours }: Stream, { rewritten }: SlideMerge, context: SlideContext): PartEdit[] {
  const [was, his, mine] = [base[0], theirs[0], ours[0]];
  if (!was || !his || !mine || context.carrier === 'ours' || mine.said.alt === was.alt) return [];
  if (his.said.alt !== was.alt && !(rewritten && his.box.alt === '')) return [];
  const { part } = his.slide.content;
  const xml = context.text('theirs', part);
  const from = xml.indexOf('<p:cNvPr', his.box.span.from);
  const to = xml.indexOf('>', from) + 1;
  if (from === -1 || to > his.box.span.to) return [];
  const tag = xml.slice(from, to).replace(/\sdescr="[^"]*"/, '');
  return [{ part, from, to, xml: tag.replace(/\s*(\/?>)$/, (_, end: string) => ` descr="${escape(mine.box.alt)}"${end}`) }];
}

/** A box of ours at the end of their slide's shapes. */
function addition(box: SideBox, { theirs }: SlideMerge, context: SlideContext): PartEdit[] {
  const target = theirs[0];
  if (!target) return [];
  const { part } = target.content;
  const into = context.text('theirs', part);
  const at = endOfShapes(into);
  const source = box.slide.content.part;
  const own = context.text('ours', source).slice(box.box.span.from, box.box.span.to);
  const xml = unbound(own, { slide: into, layout: context.layout('theirs', part) }, context.layout('ours', source));
  return at === -1 ? [] : [{ part, from: at, to: at, xml: context.carried(xml, source, part) }];
}

/** Before the shape tree's extensions, else at its end. */
function endOfShapes(xml: string): number {
  const end = xml.lastIndexOf('</p:spTree>');
  const extensions = /<p:extLst>(?:(?!<\/p:extLst>)[^])*<\/p:extLst>\s*$/.exec(xml.slice(0, end));
  return extensions ? extensions.index : end;
}
