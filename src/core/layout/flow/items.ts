import { smallText } from '../caption.ts';
import { chartHeading } from '../../block/chart/layout/heading.ts';
import { statsItem } from '../../block/figures/layout.ts';
import { columnParts } from '../../block/table/layout/parts.ts';
import type { Block, ChartBlock, ImageBlock, TableBlock, TimelineBlock } from '../../deck/types.ts';
import type { LevelStyle, Region } from '../../template/theme/types.ts';
import { isRef, plainText, type Run } from '../../base/text.ts';
import { styleNamed, type Context } from '../context.ts';
import { paragraph } from '../paragraph.ts';
import type { SceneParagraph } from '../types.ts';
import type { FlowParagraph, Item, TextItem } from './types.ts';

/** Levels 4 and 5 of a region's text box carry the words of a quotation and its attribution, since lists have three levels. */
const QUOTE_LEVELS = { words: 3, attribution: 4 } as const;

const ROLES: Readonly<Record<string, TextItem['role']>> = {
  kicker: 'kicker',
  quote: 'quote',
  caption: 'caption',
  source: 'caption',
  subtitle: 'subtitle',
};

/** A region's blocks as the items that flow through it. */
export function itemsOf(context: Context, region: Region, blocks: readonly Block[]): Item[] {
  const style = styleNamed(context.theme, region.style);
  const items: Item[] = [];
  let levels: readonly LevelStyle[] = style.levels;
  let open: FlowParagraph[] = [];
  const close = (): void => {
    if (open.length > 0) {
      const role = region.type === 'subtitle' ? 'subtitle' : (ROLES[region.style] ?? 'body');
      items.push({ kind: 'text', role, style: region.style, levels, paragraphs: announcing(open) });
    }
    open = [];
    levels = style.levels;
  };
  for (const block of blocks) {
    switch (block.kind) {
      case 'text':
        open.push(...block.paragraphs.map((runs) => flowing(plain(context, levels, runs))));
        break;
      case 'list':
        open.push(...listParagraphs(context, block));
        break;
      case 'quote': {
        const own = region.style === 'quote';
        if (!own) levels = withQuote(levels, styleNamed(context.theme, 'quote').levels);
        const at = own ? { words: 0, attribution: 1 } : QUOTE_LEVELS;
        const words = block.paragraphs.map((runs) => flowing(paragraph(context, runs, { level: at.words })));
        const last = words.at(-1);
        if (block.cite && last) words[words.length - 1] = { ...last, keepsNext: true };
        open.push(...words, ...(block.cite ? [flowing(paragraph(context, block.cite, { level: at.attribution }))] : []));
        break;
      }
      case 'callout':
        close();
        items.push({ kind: 'callout', text: calloutText(context, block.paragraphs) });
        break;
      case 'table':
        close();
        items.push(...tableItems(context, region, block));
        break;
      case 'stats':
        close();
        items.push(statsItem(context, block.stats, region.frame.width));
        break;
      case 'timeline':
        close();
        items.push(timelineItem(block));
        break;
      case 'chart':
        close();
        items.push(...chartItems(context, region, block));
        break;
      case 'image':
        close();
        items.push(...imageItems(context, region, block));
        break;
    }
  }
  close();
  return items;
}

/** A caption that takes more of its region than this flows like other text. */
const TALLEST_CAPTION = 0.25;

function isTall(context: Context, region: Region, caption: readonly Run[]): boolean {
  return smallText(context, 'caption', [caption], region.frame.width).height > region.frame.height * TALLEST_CAPTION;
}

function captionText(context: Context, runs: readonly Run[]): TextItem {
  const { levels } = styleNamed(context.theme, 'caption');
  return { kind: 'text', role: 'caption', style: 'caption', levels, paragraphs: [flowing(paragraph(context, runs))] };
}

function tableItems(context: Context, region: Region, block: TableBlock): Item[] {
  const { caption } = block;
  const tall = caption !== null && isTall(context, region, caption);
  const parts = columnParts(context, tall ? { ...block, caption: null } : block, region.frame.width);
  const tables = parts.map((table): Item => ({ kind: 'table', table, whole: table }));
  return tall ? [captionText(context, caption), ...tables] : tables;
}

function chartItems(context: Context, region: Region, chart: ChartBlock): Item[] {
  const heading = chartHeading(chart);
  if (!heading || !isTall(context, region, heading)) return [{ kind: 'chart', chart, heading }];
  return [captionText(context, heading), { kind: 'chart', chart, heading: null }];
}

function imageItems(context: Context, region: Region, block: ImageBlock): Item[] {
  const fit = block.fit ?? (region.type === 'picture' ? region.fit : 'contain');
  if (!block.caption || !isTall(context, region, block.caption)) return [{ kind: 'image', image: block, fit }];
  return [{ kind: 'image', image: { ...block, caption: null }, fit }, captionText(context, block.caption)];
}

/** Words that fill a line stand before the event, not in the column of dates. */
const LONGEST_DATE = 32;

function timelineItem(block: TimelineBlock): Item {
  const timeline = { ...block, events: block.events.map(shortDated) };
  return { kind: 'timeline', timeline, whole: timeline, form: null };
}

function shortDated(event: TimelineBlock['events'][number]): TimelineBlock['events'][number] {
  if (event.dateText.length <= LONGEST_DATE) return event;
  return { ...event, dateText: '', runs: [{ text: event.dateText, bold: true }, { text: ': ' }, ...event.runs] };
}

function calloutText(context: Context, paragraphs: readonly (readonly Run[])[]): TextItem {
  const { levels } = styleNamed(context.theme, 'callout');
  return {
    kind: 'text',
    role: 'callout',
    style: 'callout',
    levels,
    paragraphs: paragraphs.map((runs) => flowing(plain(context, levels, runs))),
  };
}

/** Prose in a region whose first level is bulleted stands without bullet and indent. */
function plain(context: Context, levels: readonly LevelStyle[], runs: readonly Run[]): SceneParagraph {
  return paragraph(context, runs, { bullet: levels[0]?.bullet ? 'none' : 'level' });
}

function flowing(p: SceneParagraph, isItem = false): FlowParagraph {
  return { paragraph: p, isItem, keepsNext: false };
}

function listParagraphs(context: Context, block: Extract<Block, { kind: 'list' }>): FlowParagraph[] {
  const counts: number[] = [];
  return block.items.map((item, i) => {
    const level = Math.min(Math.max(item.level, 0), 2);
    counts.length = Math.min(counts.length, level + 1);
    const first = counts[level] === undefined;
    const number = first ? (level === 0 ? block.start : 1) : (counts[level] ?? 0) + 1;
    counts[level] = number;
    const bullet = block.ordered ? number : 'level';
    return flowing(paragraph(context, item.runs, { level, bullet, startsList: block.ordered && (first || i === 0) }), true);
  });
}

function withQuote(levels: readonly LevelStyle[], quote: readonly LevelStyle[]): readonly LevelStyle[] {
  return levels.map((level, i) => (i === QUOTE_LEVELS.words ? quote[0] : i === QUOTE_LEVELS.attribution ? quote[1] : level) ?? level);
}

/** Marks what may not be the last on its slide: a line that ends in a colon, a bold line alone, an item above its sub-items. */
function announcing(paragraphs: readonly FlowParagraph[]): FlowParagraph[] {
  return paragraphs.map((p, i) => {
    const next = paragraphs[i + 1];
    if (!next || p.keepsNext) return p;
    const above = p.isItem && next.isItem && next.paragraph.level > p.paragraph.level;
    const words = plainText(p.paragraph.runs);
    const heading = !p.isItem && (/[:：]$/.test(words) || p.paragraph.runs.every((run) => isRef(run) || run.bold === true));
    return above || heading ? { ...p, keepsNext: true } : p;
  });
}
