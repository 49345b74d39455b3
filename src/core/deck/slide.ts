import type { Layout, Region, Theme } from '../template/theme/types.ts';
import { distinct } from '../base/distinct.ts';
import { nearest } from '../base/nearest.ts';
import type { Run } from '../base/text.ts';
import { runsOf, type BlockContext } from './context.ts';
import { elementsOf } from './inline.ts';
import { BLOCK_READERS } from './rules.ts';
import { shown } from './rule.ts';
import type { Element, Fault } from './element.ts';
import type { Block, NoteParagraph, PlacedBlock, Slide } from './types.ts';

/** Regions that take what a template sends; Lectern fills the others. */
const CONTENT_TYPES: readonly Region['type'][] = ['subtitle', 'body', 'picture'];

const wordsOf = (section: Element, name: string): string[] => (section.attributes[name] ?? '').split(' ').filter(Boolean);

/** Further items that a slide shows, by their keys. */
export const topicsOf = (section: Element): string[] => wordsOf(section, 'data-topics');

/** What a section says that its slide shows beside its topic, and rests on beside what its labels name. */
export const shownBy = (section: Element): Pick<Slide, 'topics' | 'refs'> => ({
  ...listed('topics', topicsOf(section)),
  ...listed('refs', wordsOf(section, 'data-ref').map(Number)),
});

/** A list under its name; nothing where it is empty. */
const listed = <K extends string, T>(name: K, list: readonly T[]): { readonly [key in K]?: readonly T[] } =>
  (list.length === 0 ? {} : { [name]: list }) as { readonly [key in K]?: readonly T[] };

/** What its template calls it; else the first of its layouts. */
export function kindOf(section: Element): string {
  return section.attributes['kind'] ?? section.attributes['layout']?.split('|')[0]?.trim() ?? '';
}

/** The layouts that a section may stand in, in the order written; faults for those that the theme lacks. */
export function layoutsOf(section: Element, theme: Theme, context: BlockContext): Layout[] {
  const wanted = (section.attributes['layout'] ?? '').split('|').map((name) => name.trim());
  // Without the attribute there is a fault already.
  return wanted.filter(Boolean).flatMap((name) => {
    const layout = Object.hasOwn(theme.layouts, name) ? theme.layouts[name] : undefined;
    if (layout) return [layout];
    const names = Object.keys(theme.layouts);
    const near = nearest(name, names);
    context.faults.push({
      code: 'deck/layout-unknown',
      at: section.at,
      slide: section.slide,
      message: 'the theme has no layout of this name',
      received: name,
      allowed: names.join(', '),
      hint: near === null ? 'Name one of the theme’s layouts, or add this one to theme.yaml.' : `Did you mean ${near}?`,
    });
    return [];
  });
}

/** The headings of a section, or of a pool. */
export function headingsOf(element: Element): Element[] {
  return elementsOf(element).filter((child) => child.key === 'heading1' || child.key === 'heading2');
}

/** The title in `headings`, which stand in `section` or are lent to it by its pool. */
export function readTitle(section: Element, headings: readonly Element[], context: BlockContext): readonly Run[] {
  if (headings.length > 1) {
    context.faults.push({
      code: 'deck/nesting',
      at: headings[1]?.at ?? section.at,
      slide: section.slide,
      message: 'a slide has one title',
      received: `${headings.length} headings`,
      allowed: 'one <h1> or <h2>',
      hint: 'Make the other a <p>, or begin a new <section>.',
    });
  }
  const title = headings[0] ? runsOf(headings[0], context) : [];
  if (title.length === 0) {
    context.faults.push({
      code: 'deck/title-missing',
      at: headings[0]?.at ?? section.at,
      slide: section.slide,
      message: headings[0] ? 'the slide’s title is empty' : 'the slide has no title',
      allowed: '<h2>…</h2> with words in it',
      hint: 'Give every <section> an <h2>; a layout can set it small, but it is how people find the slide.',
    });
  }
  return title;
}

/** A block with the slot that it is sent to. */
export interface SentBlock {
  readonly slot: string | null;
  readonly block: Block;
  readonly element: Element;
}

/** What is wrong with where a block is sent. */
type Refusal = Pick<Fault, 'message' | 'hint'>;

/** The region for a block. Where several layouts may stand, a slot that one of them lacks is its default region. */
function regionFor({ slot, element }: Pick<SentBlock, 'slot' | 'element'>, layout: Layout, isLenient: boolean): Region | Refusal {
  const allowed = layout.regions.filter((region) => CONTENT_TYPES.includes(region.type));
  const named = (name: string | null): Region | undefined => allowed.find((candidate) => candidate.name === name);
  const region = named(slot ?? layout.defaultRegion) ?? (isLenient ? named(layout.defaultRegion) : undefined);
  if (!region) {
    return slot === null || isLenient
      ? { message: `the layout ${layout.name} has no region for blocks without slot`, hint: 'Send the block to a region by slot="…".' }
      : {
          message: `the layout ${layout.name} has no region of this name that takes blocks`,
          hint: 'Name one of the layout’s regions, or take another layout.',
        };
  }
  const isImage = element.key === 'figure' || element.key === 'image';
  if (region.type === 'picture' && !isImage)
    return { message: `the region ${region.name} holds a picture`, hint: 'Send the block to another region by slot="…".' };
  return region;
}

function regionFault({ slot, element }: SentBlock, layout: Layout, refusal: Refusal): Fault {
  const allowed = layout.regions.filter((region) => CONTENT_TYPES.includes(region.type));
  return {
    code: 'deck/region-unknown',
    at: element.at,
    slide: element.slide,
    ...refusal,
    received: slot === null ? shown(element.rule) : `slot="${slot}"`,
    allowed: allowed.map((candidate) => candidate.name).join(', ') || 'no regions',
  };
}

/** Paragraphs in a row, in one region, are one block, and so are pictures. */
function merged(blocks: readonly PlacedBlock[]): PlacedBlock[] {
  const result: PlacedBlock[] = [];
  for (const { region, block } of blocks) {
    const last = result.at(-1);
    if (last?.region === region && last.block.kind === 'text' && block.kind === 'text') {
      const joined: Block = { kind: 'text', paragraphs: [...last.block.paragraphs, ...block.paragraphs] };
      result[result.length - 1] = { region, block: joined };
    } else if (last?.region === region && last.block.kind === 'image' && block.kind === 'image') {
      result[result.length - 1] = { region, block: { kind: 'image', pictures: [...last.block.pictures, ...block.pictures] } };
    } else result.push({ region, block });
  }
  return result;
}

/** The blocks of a section or of a pool's, in its order. */
export function readBlocks(section: Element, context: BlockContext): SentBlock[] {
  return elementsOf(section).flatMap((element): SentBlock[] => {
    const block = BLOCK_READERS[element.key]?.(element, context);
    return block ? [{ slot: element.attributes['slot'] ?? null, block, element }] : [];
  });
}

const NOTE_KINDS = { innerParagraph: 'text', notesHeading: 'heading', sourceParagraph: 'source' } as const;

export function readNotes(section: Element, context: BlockContext): NoteParagraph[] {
  const paragraphs = elementsOf(section)
    .filter((child) => child.key === 'notes')
    .flatMap(elementsOf);
  return paragraphs.flatMap((paragraph): NoteParagraph[] => {
    const kind = NOTE_KINDS[paragraph.key as keyof typeof NOTE_KINDS];
    const runs = runsOf(paragraph, context);
    return runs.length === 0 ? [] : [{ kind, runs }];
  });
}

/** What stands on a slide, whichever layout it stands in. */
export interface SlideContent extends Omit<Slide, 'layout' | 'blocks' | 'chosen' | 'slots'> {
  readonly sent: readonly SentBlock[];
}

/** The slide in one of the layouts that it may stand in; null where that has no region for one of its blocks. */
export function draftIn(content: SlideContent, layout: Layout): Slide | null {
  const placed = placedIn(content.sent, layout, true);
  if (!Array.isArray(placed)) return null;
  const slots = distinct(content.sent.flatMap(({ slot }) => slot ?? []));
  return { ...withBlocks(content, layout, placed), slots };
}

/** The slide in its only layout; faults for blocks that this has no region for. */
export function onlyDraft(content: SlideContent, layout: Layout, context: BlockContext): Slide {
  const placed = content.sent.flatMap((one) => {
    const found = placedIn([one], layout, false);
    if (Array.isArray(found)) return found;
    context.faults.push(found);
    return [];
  });
  return withBlocks(content, layout, placed);
}

/** Where blocks go, or the first fault. */
function placedIn(sent: readonly SentBlock[], layout: Layout, isLenient: boolean): PlacedBlock[] | Fault {
  const placed: PlacedBlock[] = [];
  for (const one of sent) {
    const region = regionFor(one, layout, isLenient);
    if ('message' in region) return regionFault(one, layout, region);
    placed.push({ region: region.name, block: one.block });
  }
  return placed;
}

function withBlocks(content: SlideContent, layout: Layout, placed: readonly PlacedBlock[]): Slide {
  const order = layout.regions.map((region) => region.name);
  const sorted = placed.toSorted((a, b) => order.indexOf(a.region) - order.indexOf(b.region));
  const { id, title, topic, topics = [], refs = [], kind, section, notes, at } = content;
  const more = { ...listed('topics', topics), ...listed('refs', refs) };
  return { id, layout: layout.name, title, topic, ...more, kind, section, blocks: merged(sorted), notes, at };
}
