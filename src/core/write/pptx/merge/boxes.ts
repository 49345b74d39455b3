import { child, children, parseXml, serialise, type Element } from '../../../base/ooxml/xml/tree.ts';
import { XML_HEADER } from '../../../base/ooxml/xml/escape.ts';
import type { BoxDigests } from '../recipe/record.ts';
import { mergeLines, type Contested, type Line, type PartEdit, type Side } from './lines.ts';
import { losesLinks, paragraphsIn, plainWords, wordsInLook } from './paragraphs.ts';
import { patched } from './patch.ts';
import { paragraphLines, recordedRows, rowLines, type SideBox } from './side.ts';
import type { Choice, ConflictKind } from './types.ts';

/** What a merge of boxes needs to know of the decks and the package that it is made in. */
export interface BoxContext {
  readonly carrier: Side;
  /** Of what was handed out. */
  readonly stamp: string;
  /** A part of either side as it was read. */
  readonly text: (side: Side, part: string) => string;
  /** A piece of the other side's part as it may stand in the carrier's. */
  readonly carried: (xml: string, from: string, to: string) => string;
  /** Says what both have changed, and answers what was chosen. */
  readonly settle: (kind: ConflictKind, box: string | null, contested: Contested) => Choice | null;
}

/** The boxes of one region: what was handed out, and what each side has of it; more than one where a divided slide is merged whole. */
export interface Stream {
  readonly name: string;
  readonly base: readonly BoxDigests[];
  readonly theirs: readonly SideBox[];
  readonly ours: readonly SideBox[];
}

const plain = (root: Element): string => serialise(root).slice(XML_HEADER.length);

/**
 * Paragraphs in the look that the carrier's have; where the carrier is ours, theirs come as they are, with what a hand did to them. `links`: a
 * hand may have put links on them.
 */
export function paragraphRules(context: BoxContext, empty: { readonly part: string; readonly at: number } | null, links = false) {
  const { carrier, text, carried } = context;
  const other: Side = carrier === 'theirs' ? 'ours' : 'theirs';
  const raw = (side: Side, { part, from, to }: Line): string => text(side, part).slice(from, to);
  return {
    carrier,
    empty,
    raw,
    other,
    convert: (line: Line, like: Line | null): string => {
      if (line === like) return raw(carrier, line);
      const xml = carried(raw(other, line), line.part, like?.part ?? empty?.part ?? line.part);
      return carrier === 'theirs' && like ? wordsInLook(xml, raw('theirs', like), links) : xml;
    },
    loses: (line: Line, like: Line): boolean => links && carrier === 'theirs' && losesLinks(raw('ours', line), raw('theirs', like)),
    written: (words: string, like: Line | null): string => plainWords(words, like ? raw(carrier, like) : '<a:p/>'),
  };
}

/** Where a text box without words takes its first paragraph. */
function emptyPlace(box: SideBox | undefined, context: BoxContext): { part: string; at: number } | null {
  if (!box) return null;
  const { part } = box.slide.content;
  const xml = context.text(context.carrier, part);
  const at = xml.lastIndexOf('</p:txBody>', box.box.span.to);
  return at > box.box.span.from ? { part, at } : null;
}

function textEdits({ name, base, theirs, ours }: Stream, context: BoxContext, rewritten = false): PartEdit[] {
  const lines = (boxes: readonly SideBox[]): Line[] =>
    boxes.flatMap(({ box, slide }) => paragraphLines(box.paragraphs, slide.content.part, context.stamp));
  const own = context.carrier === 'theirs' ? theirs : ours;
  return mergeLines({
    ...paragraphRules(context, emptyPlace(own[0], context), rewritten || theirs.some(({ said }, i) => said.look !== base[i]?.look)),
    base: base.flatMap(({ words }) => words),
    theirs: lines(theirs),
    ours: lines(ours),
    settle: (contested) => context.settle('words', name, contested),
  });
}

/** A cell's element with these paragraphs in the place of its own. */
function cellWith(cell: Element, paragraphs: readonly string[]): void {
  const body = child(cell, 'a:txBody');
  if (!body) return;
  body.children = body.children.filter((part) => typeof part === 'string' || part.name !== 'a:p');
  body.children.push(...(paragraphs.length > 0 ? paragraphs : ['<a:p/>']).map((xml) => parseXml(xml)));
}

function tableEdits({ name, base, theirs, ours }: Stream, context: BoxContext): PartEdit[] {
  const { carrier, stamp, carried } = context;
  const rules = paragraphRules(context, null);
  const rows = (boxes: readonly SideBox[]): Line[] => boxes.flatMap((box) => rowLines(box, stamp));
  const recorded = base.flatMap(recordedRows);
  const cellsOf = (line: Line, side: Side): Element[] => children(parseXml(rules.raw(side, line)), 'a:tc');
  /** A row of the carrier with the other side's words where `take` says so. */
  const rowOf = (own: Line, from: Line, take: (column: number) => 'own' | 'other' | readonly string[]): string | null => {
    const row = parseXml(rules.raw(carrier, own));
    const [mine, others] = [children(row, 'a:tc'), cellsOf(from, rules.other)];
    if (mine.length !== others.length) return null;
    mine.forEach((cell, column) => {
      const what = take(column);
      const other = others[column];
      if (what === 'own' || !other) return;
      const like = paragraphsIn(plain(cell))[0] ?? '<a:p/>';
      const carry = (): string[] => paragraphsIn(plain(other)).map((xml) => carried(xml, from.part, own.part));
      const paragraphs = what === 'other' ? carry() : what.map((words) => plainWords(words, like));
      cellWith(cell, what === 'other' && carrier === 'theirs' ? paragraphs.map((xml) => wordsInLook(xml, like)) : paragraphs);
    });
    return plain(row);
  };
  return mergeLines({
    ...rules,
    base: recorded,
    theirs: rows(theirs),
    ours: rows(ours),
    convert: (line, like) => {
      if (line === like) return rules.raw(carrier, line);
      const differs = like ? rowDifference(like, line) : [];
      const made = like && differs.length > 0 ? rowOf(like, line, (column) => (differs[column] ? 'other' : 'own')) : null;
      return made ?? carried(rules.raw(rules.other, line), line.part, like?.part ?? line.part);
    },
    settle: (contested) => context.settle('cell', name, contested),
    inside: (his, mine, index) => {
      const before = (recorded[index] ?? '').split(' ');
      const [a, b] = [his.digest.split(' '), mine.digest.split(' ')];
      if (a.length !== before.length || b.length !== before.length) return null;
      const [texts, news] = [his.text.split(' | '), mine.text.split(' | ')];
      const [own, other] = carrier === 'theirs' ? [his, mine] : [mine, his];
      return rowOf(own, other, (column) => {
        const [was, they, we] = [before[column], a[column], b[column]];
        if (they === we || we === was) return carrier === 'theirs' ? 'own' : 'other';
        if (they === was) return carrier === 'theirs' ? 'other' : 'own';
        const cell = (line: Line, words: string | undefined): Line => ({ ...line, text: words ?? '' });
        const choice = context.settle('cell', `${name} ${index + 1}/${column + 1}`, {
          base: [was ?? ''],
          theirs: [cell(his, texts[column])],
          ours: [cell(mine, news[column])],
        });
        if (choice === null || choice === 'theirs') return carrier === 'theirs' ? 'own' : 'other';
        if (choice === 'ours') return carrier === 'theirs' ? 'other' : 'own';
        return choice === 'both' ? [texts[column] ?? '', news[column] ?? ''] : choice.words;
      });
    },
  });
}

/** Which cells of two rows differ; empty where they have not as many. */
function rowDifference(a: Line, b: Line): boolean[] {
  const [left, right] = [a.digest.split(' '), b.digest.split(' ')];
  return left.length === right.length ? left.map((digest, i) => digest !== right[i]) : [];
}

/** A group that is built otherwise now: ours in the place of theirs, with the words that were changed by hand. */
function groupEdits(stream: Stream, context: BoxContext, looksAreTheirs: boolean, rewritten: boolean): PartEdit[] {
  const [was, his, mine] = [stream.base[0], stream.theirs[0], stream.ours[0]];
  const isAlike =
    was && mine && was.place === mine.said.place && was.look === mine.said.look && was.words.length === mine.said.words.length;
  if (context.carrier === 'ours' || !was || !his || !mine || isAlike) return textEdits(stream, context, rewritten);
  if (was.words.join(' ') === mine.said.words.join(' ')) return [];
  if (looksAreTheirs) {
    const choice = context.settle('box', stream.name, {
      base: was.words,
      theirs: paragraphLines(his.box.paragraphs, his.slide.content.part, context.stamp),
      ours: paragraphLines(mine.box.paragraphs, mine.slide.content.part, context.stamp),
    });
    if (choice !== 'ours') return [];
  }
  const { part } = mine.slide.content;
  // Their paragraphs already stand in the part that the group goes to: they are put in once ours has come there.
  const held: string[] = [];
  const swapped: BoxContext = { ...context, carrier: 'ours', carried: (xml) => `<lectern n="${held.push(xml) - 1}"/>` };
  const { from, to } = mine.box.span;
  const edits = looksAreTheirs ? [] : textEdits(stream, swapped).map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
  const made = context.carried(patched(context.text('ours', part).slice(from, to), edits), part, his.slide.content.part);
  const xml = made.replace(/<lectern n="(\d+)"\/>/g, (_, n: string) => held[Number(n)] ?? '');
  return [{ part: his.slide.content.part, ...his.box.span, xml }];
}

/** The words of a box, whatever holds them. `looksAreTheirs`: a hand moved it or gave it another look; `rewritten`: nobody can tell. */
export function wordEdits(stream: Stream, context: BoxContext, looksAreTheirs: boolean, rewritten: boolean): PartEdit[] {
  const kind = stream.base[0]?.kind;
  if (kind === 'table') return tableEdits(stream, context);
  if (kind === 'group') return groupEdits(stream, context, looksAreTheirs, rewritten);
  return textEdits(stream, context, rewritten);
}
