import { distinct } from '../base/distinct.ts';
import type { Layout, Theme } from '../template/theme/types.ts';
import type { BlockContext } from './context.ts';
import type { Element, Fault } from './element.ts';
import { elementsOf } from './inline.ts';
import {
  draftIn,
  headingsOf,
  kindOf,
  layoutsOf,
  onlyDraft,
  readBlocks,
  readNotes,
  readTitle,
  shownBy,
  type SentBlock,
  type SlideContent,
} from './slide.ts';
import type { Slide } from './types.ts';

/** More options of one group than this are a template's mistake: each is measured. */
export const MOST_OPTIONS = 24;

/** A slide's content with the layouts that it may stand in, as one option of a group has it. */
interface OpenSlide {
  readonly content: SlideContent;
  readonly layouts: readonly Layout[];
}

/** One `<section>`, or one `<arrange>`: the ways in which its slides may stand, in the order written. */
export interface DraftGroup {
  readonly topic: string | null;
  readonly options: readonly (readonly Slide[])[];
  /** Its first option with the first slide in another layout, which may be none of those that the template names; null where that cannot hold it. */
  readonly inLayout: (layout: Layout) => readonly Slide[] | null;
}

/** What slides are read with. */
export interface GroupContext extends BlockContext {
  readonly theme: Theme;
  readonly idOf: (section: Element) => string;
}

/** The sections of an entry's ways: of a `<section>` itself, of an `<arrange>` those of each option. */
export function sectionsOf(entry: Element): Element[][] {
  return entry.key === 'section'
    ? [[entry]]
    : elementsOf(entry)
        .filter(({ key }) => key === 'option')
        .map(elementsOf);
}

/** Reads a `<section>` or an `<arrange>`; null where one of its layouts is not known. Faults go to the context. */
export function readGroup(entry: Element, context: GroupContext): DraftGroup | null {
  const ways = entry.key === 'arrange' ? readArrange(entry, context) : [[readSection(entry, context)]];
  if (ways.some((way) => way.length === 0 || way.some(({ layouts }) => layouts.length === 0))) return null;
  const count = ways.reduce((sum, way) => sum + way.reduce((product, { layouts }) => product * layouts.length, 1), 0);
  if (count > MOST_OPTIONS) {
    context.faults.push(tooMany(entry, count));
    return null;
  }
  const combined = withoutDoubles(ways.flatMap(combinations));
  const [only, ...others] = combined;
  if (!only) return null;
  const isPlain = entry.key === 'section' && others.length === 0;
  const drafts = isPlain
    ? [only.map(({ content, layout }) => onlyDraft(content, layout, context))]
    : combined
        .slice(0, MOST_OPTIONS)
        .map(allIn)
        .filter((slides) => slides !== null);
  // No layout holds it: what is wrong with the first is said.
  const options = drafts.length > 0 ? drafts : [only.map(({ content, layout }) => onlyDraft(content, layout, context))];
  return {
    topic: entry.attributes['topic'] ?? null,
    options: options.length > 1 ? options.map((slides) => slides.map((slide) => ({ ...slide, chosen: true as const }))) : options,
    inLayout: (layout) => {
      const [first, ...rest] = only;
      return first ? allIn([{ content: first.content, layout }, ...rest]) : null;
    },
  };
}

interface ContentIn {
  readonly content: SlideContent;
  readonly layout: Layout;
}

function allIn(slides: readonly ContentIn[]): Slide[] | null {
  const drafts = slides.flatMap(({ content, layout }) => draftIn(content, layout) ?? []);
  return drafts.length === slides.length ? drafts : null;
}

/** Every choice of a layout for each slide, the first layouts first. */
function combinations(slides: readonly OpenSlide[]): ContentIn[][] {
  return slides.reduce<ContentIn[][]>(
    (before, { content, layouts }) => before.flatMap((some) => layouts.map((layout) => [...some, { content, layout }])),
    [[]],
  );
}

function readSection(section: Element, context: GroupContext): OpenSlide {
  const title = readTitle(section, headingsOf(section), context);
  const content = {
    id: context.idOf(section),
    title,
    topic: section.attributes['topic'] ?? null,
    ...shownBy(section),
    kind: kindOf(section),
    section: section.attributes['section'] ?? null,
    notes: readNotes(section, context),
    at: section.at,
    sent: readBlocks(section, context),
  };
  return { content, layouts: layoutsOf(section, context.theme, context) };
}

/** What stands in an `<arrange>` beside its options. */
interface Pool {
  readonly element: Element;
  /** By name, in the order written. */
  readonly blocks: ReadonlyMap<string, readonly SentBlock[]>;
  /** Names of what no option may leave out. */
  readonly needed: readonly string[];
}

function readPool(element: Element, context: BlockContext): Pool {
  const blocks = new Map<string, SentBlock[]>();
  const needed: string[] = [];
  for (const pooled of elementsOf(element).filter(({ key }) => key === 'pooled')) {
    const name = pooled.attributes['name'] ?? '';
    const sent = readBlocks(pooled, context);
    blocks.set(name, [...(blocks.get(name) ?? []), ...sent]);
    if (sent.length > 0 && pooled.attributes['optional'] === undefined) needed.push(name);
  }
  return { element, blocks, needed: distinct(needed) };
}

/** The options of an `<arrange>`, blocks read once for all of them. */
function readArrange(element: Element, context: GroupContext): OpenSlide[][] {
  const pool = readPool(element, context);
  const options = elementsOf(element).filter(({ key }) => key === 'option');
  const notes = readNotes(element, context);
  const kinds = options.map((option) => elementsOf(option)[0]?.attributes['kind']);
  if (options.length === 0)
    context.faults.push(optionFault(element, 'an <arrange> has no option', 'Write one: <option><section …>…</section></option>.'));
  if (new Set(kinds).size > 1) {
    const hint = 'Give their first sections one kind: links and edits find the topic by it, whichever option is taken.';
    context.faults.push({ ...optionFault(element, 'its options begin with slides of different kinds', hint), received: kinds.join(', ') });
  }
  return options.map((option) => {
    const used = new Set(elementsOf(option).flatMap((section) => elementsOf(section).map(({ attributes }) => attributes['block'])));
    const lost = pool.needed.filter((name) => !used.has(name));
    if (lost.length > 0) {
      const hint = 'Put <use block="…"/> into one of its sections; what is said elsewhere on its slides may be optional="yes".';
      context.faults.push({ ...optionFault(option, 'an option leaves out a block of its <arrange>', hint), received: lost.join(', ') });
    }
    return readOption(option, pool, context).map((slide, i) => (i === 0 ? { ...slide, content: { ...slide.content, notes } } : slide));
  });
}

/** The slides of an option; one with nothing on it but what stands on those before goes, unless it is the first. */
function readOption(option: Element, pool: Pool, context: GroupContext): OpenSlide[] {
  const seen = new Set<Element>();
  return elementsOf(option).flatMap((section, i): OpenSlide[] => {
    const own = headingsOf(section);
    const uses = elementsOf(section).filter(({ key }) => key === 'use');
    const sent = uses.flatMap(({ attributes }) =>
      (pool.blocks.get(attributes['block'] ?? '') ?? []).map((one) => ({ ...one, slot: attributes['slot'] ?? one.slot })),
    );
    const isBare = i > 0 && uses.length > 0 && sent.every(({ element }) => seen.has(element));
    for (const { element } of sent) seen.add(element);
    const content = {
      id: context.idOf(section),
      title: readTitle(section, own.length > 0 ? own : headingsOf(pool.element), context),
      topic: pool.element.attributes['topic'] ?? null,
      ...shownBy(section),
      kind: kindOf(section),
      section: pool.element.attributes['section'] ?? null,
      notes: [],
      at: section.at,
      sent,
    };
    const layouts = layoutsOf(section, context.theme, context);
    return isBare ? [] : [{ content, layouts }];
  });
}

/** Without those that show the same blocks on the same slides in the same layouts as one before. */
function withoutDoubles(ways: readonly (readonly ContentIn[])[]): (readonly ContentIn[])[] {
  const numbers = new Map<Element, number>();
  const numberOf = (element: Element): number => {
    const number = numbers.get(element) ?? numbers.size;
    numbers.set(element, number);
    return number;
  };
  const byKey = new Map<string, readonly ContentIn[]>();
  for (const way of ways) {
    const key = JSON.stringify(
      way.map(({ content: { id, sent }, layout }) => [id, layout.name, sent.map(({ element, slot }) => [numberOf(element), slot])]),
    );
    if (!byKey.has(key)) byKey.set(key, way);
  }
  return [...byKey.values()];
}

const optionFault = ({ at, slide }: Element, message: string, hint: string): Fault => ({ code: 'deck/option', at, slide, message, hint });

function tooMany(entry: Element, count: number): Fault {
  const fault = optionFault(entry, 'there are too many ways to arrange this', 'Name fewer layouts, or fewer options.');
  return { ...fault, received: String(count), allowed: `at most ${MOST_OPTIONS}` };
}
