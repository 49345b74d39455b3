import type { ArticleBlock } from '../../article/types.ts';
import type { Run } from '../../base/text.ts';
import type { ArticleView, BlockView, Depth, ItemView, LineView } from '../types.ts';
import { gather, viewBlock } from '../../block/view.ts';
import type { ShownBlock } from '../../block/types.ts';
import type { BlockContext } from '../piece.ts';
import { findingOf, withFindings } from './finding.ts';
import { repeats } from './repeats.ts';
import { roundMinutes, speakingMinutes } from './speaking.ts';

export interface ItemParts {
  readonly key: string;
  readonly depth: Depth;
  readonly article: ArticleView | null;
  readonly headline: readonly Run[];
  readonly headlineWritten: boolean;
  readonly summary: readonly Run[] | null;
  /** All of its topic, or of the own slide. */
  readonly blocks: readonly ArticleBlock[];
  /** Which of them the depth admits. */
  readonly admits: (block: ArticleBlock) => boolean;
}

/** What an item knows of itself; its place, share and sources are the whole deck's to say. */
type OwnItemView = Omit<
  ItemView,
  'number' | 'of' | 'minutes' | 'cited' | 'sourceLine' | 'section' | 'opensSection' | 'overview' | 'inOverview'
>;

/** An item without its notes, which are numbered after all slides. `sources` are the blocks' originals. */
export interface SlideItem {
  readonly view: Omit<OwnItemView, 'notes' | 'speakingMinutes'>;
  readonly sources: readonly ShownBlock[];
}

const isShown = (block: ArticleBlock): block is ShownBlock => block.kind !== 'notes';

/** References on an item's slides, ascending, each once. */
function refsOn(headline: LineView, summary: LineView | null, blocks: readonly BlockView[]): number[] {
  const collected: number[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'refs') collected.push(...(inner as readonly number[]));
        else if (key !== 'runs') visit(inner);
      }
    }
  };
  visit([headline, summary, blocks]);
  return [...new Set(collected)].sort((a, b) => a - b);
}

/** Says of the topic's first point that a line above it has its words already. One with sub-points stays their heading. */
function withoutEcho(blocks: readonly BlockView[], above: readonly LineView[]): BlockView[] {
  const first = blocks.find(({ points }) => points !== null && points.length > 0);
  return blocks.map((block) => {
    const [point, ...rest] = block === first ? (block.points ?? []) : [];
    if (!point || point.children.length > 0 || !above.some(({ text }) => repeats(point.text, text))) return block;
    return { ...block, points: [{ ...point, repeats: true }, ...rest] };
  });
}

/** The blocks that its depth admits; of a topic that would say nothing with them, as one that is a timeline alone, all that it has. */
function shownBlocks({ blocks, admits, depth, summary }: ItemParts): readonly { readonly block: ShownBlock; readonly index: number }[] {
  const all = blocks.flatMap((block, index) => (isShown(block) ? [{ block, index }] : []));
  const admitted = all.filter(({ block }) => admits(block));
  return admitted.length === 0 && summary === null && depth === 'points' ? all : admitted;
}

/** An item's slides: every line with the deck's source numbers, and its blocks gathered by kind. */
export function viewItem(parts: ItemParts, context: BlockContext): SlideItem {
  const { key, depth, article } = parts;
  const shown = shownBlocks(parts);
  // In the order of the slide, since the numbers are given in order of first use.
  const headline = context.lines.line(parts.headline, { written: parts.headlineWritten, covered: !parts.headlineWritten });
  const written = parts.summary && context.lines.line(parts.summary, { written: context.written(parts.summary) });
  const summary = written && repeats(written.text, headline.text) ? null : written;
  const said = withoutEcho(
    shown.map(({ block, index }) => viewBlock(block, index, context)),
    [headline, ...(summary ? [summary] : [])],
  );
  const blocks = withFindings(said, headline);
  const lists = gather(blocks);
  return {
    sources: shown.map(({ block }) => block),
    view: {
      key,
      isTopic: article !== null,
      isOwn: article === null,
      depth,
      article,
      heading: headline.text,
      headline,
      summary,
      blocks,
      ...lists,
      refs: refsOn(headline, written, blocks),
      finding: findingOf(headline, summary, lists.points),
    },
  };
}

/** Adds the notes; in the audience's copy their length alone remains, as speaking time. */
export function withNotes({ view }: SlideItem, notes: readonly LineView[], forPresenter: boolean): { item: OwnItemView; minutes: number } {
  const minutes = speakingMinutes(notes, view);
  return { item: { ...view, notes: forPresenter ? notes : [], speakingMinutes: roundMinutes(minutes) }, minutes };
}
