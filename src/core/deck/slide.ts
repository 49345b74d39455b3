import type { Layout, Region, Theme } from '../template/theme/types.ts';
import { nearest } from '../base/nearest.ts';
import type { Run } from '../base/text.ts';
import { runsOf, type BlockContext } from './context.ts';
import { elementsOf } from './inline.ts';
import { BLOCK_READERS } from './rules.ts';
import { shown } from './rule.ts';
import type { Element } from './element.ts';
import type { Block, NoteParagraph, PlacedBlock, Slide } from './types.ts';

/** A slide before it has its id and its unique title. */
export type SlideDraft = Omit<Slide, 'id'>;

/** Regions that take what a template sends; Lectern fills the others. */
const CONTENT_TYPES: readonly Region['type'][] = ['subtitle', 'body', 'picture'];

export function kindOf(section: Element): string {
  return section.attributes['kind'] ?? section.attributes['layout'] ?? '';
}

function layoutOf(section: Element, theme: Theme, context: BlockContext): Layout | null {
  const name = section.attributes['layout'];
  if (name === undefined) return null; // already a fault
  const layout = Object.hasOwn(theme.layouts, name) ? theme.layouts[name] : undefined;
  if (layout) return layout;
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
  return null;
}

function readTitle(section: Element, context: BlockContext): readonly Run[] {
  const headings = elementsOf(section).filter((child) => child.key === 'heading1' || child.key === 'heading2');
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

function regionFor(element: Element, layout: Layout, context: BlockContext): Region | null {
  const slot = element.attributes['slot'];
  const allowed = layout.regions.filter((region) => CONTENT_TYPES.includes(region.type));
  const region = allowed.find((candidate) => candidate.name === (slot ?? layout.defaultRegion));
  const fault = (message: string, hint: string): null => {
    context.faults.push({
      code: 'deck/region-unknown',
      at: element.at,
      slide: element.slide,
      message,
      received: slot === undefined ? shown(element.rule) : `slot="${slot}"`,
      allowed: allowed.map((candidate) => candidate.name).join(', ') || 'no regions',
      hint,
    });
    return null;
  };
  if (!region) {
    if (slot === undefined)
      return fault(`the layout ${layout.name} has no region for blocks without slot`, 'Send the block to a region by slot="…".');
    return fault(
      `the layout ${layout.name} has no region of this name that takes blocks`,
      'Name one of the layout’s regions, or take another layout.',
    );
  }
  const isImage = element.key === 'figure' || element.key === 'image';
  if (region.type === 'picture' && !isImage)
    return fault(`the region ${region.name} holds a picture`, 'Send the block to another region by slot="…".');
  return region;
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

function readBlocks(section: Element, layout: Layout, context: BlockContext): PlacedBlock[] {
  const placed = elementsOf(section).flatMap((element): PlacedBlock[] => {
    const reader = BLOCK_READERS[element.key];
    if (!reader) return [];
    const region = regionFor(element, layout, context);
    const block = reader(element, context);
    return region && block ? [{ region: region.name, block }] : [];
  });
  const order = layout.regions.map((region) => region.name);
  return merged(placed.sort((a, b) => order.indexOf(a.region) - order.indexOf(b.region)));
}

const NOTE_KINDS = { innerParagraph: 'text', notesHeading: 'heading', sourceParagraph: 'source' } as const;

function readNotes(section: Element, context: BlockContext): NoteParagraph[] {
  const paragraphs = elementsOf(section)
    .filter((child) => child.key === 'notes')
    .flatMap(elementsOf);
  return paragraphs.flatMap((paragraph): NoteParagraph[] => {
    const kind = NOTE_KINDS[paragraph.key as keyof typeof NOTE_KINDS];
    const runs = runsOf(paragraph, context);
    return runs.length === 0 ? [] : [{ kind, runs }];
  });
}

/** Reads one `<section>`; null where its layout is not known. Faults go to the context. */
export function readSlide(section: Element, theme: Theme, context: BlockContext): SlideDraft | null {
  const title = readTitle(section, context);
  const notes = readNotes(section, context);
  const layout = layoutOf(section, theme, context);
  if (!layout) return null;
  return {
    layout: layout.name,
    title,
    topic: section.attributes['topic'] ?? null,
    kind: kindOf(section),
    section: section.attributes['section'] ?? null,
    blocks: readBlocks(section, layout, context),
    notes,
    at: section.at,
  };
}
