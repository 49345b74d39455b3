import type { NumericOrder } from './dates/rules.ts';
import { askedIn } from './find/asked.ts';
import { findActors, type Actor } from './find/actors.ts';
import { bodyOf, type BodyBlock } from './find/body.ts';
import { findEvents } from './find/events.ts';
import { findFigures } from './find/figures.ts';
import { findPoints, type TopicPoints } from './find/points.ts';
import { findQuotations } from './find/quotations.ts';
import { givenItems, givenPoints, isGiven, topicOfBlock } from './given.ts';
import { findTopics, type Stretch } from './topics/index.ts';
import { markTranslated } from './translated.ts';
import type { ActorItem, Draft, DraftTopic, Metadata, OriginalFile, PointItem, SourceBlock, TableItem, Unnamed } from './types.ts';

export interface Understood {
  readonly blocks: readonly SourceBlock[];
  readonly meta: Metadata;
  readonly language: string;
  readonly order: NumericOrder;
}

/** What is found in the body, before it is given ids. */
export interface Found {
  readonly stretches: readonly Stretch[];
  readonly points: readonly TopicPoints[];
  readonly items: readonly Unnamed[];
  readonly actors: readonly Actor[];
}

export function findStretches({ blocks, meta, language }: Understood): Stretch[] {
  return findTopics(blocks, { language, title: meta.title?.value ?? null });
}

export function findStretchPoints({ blocks, language }: Understood, stretches: readonly Stretch[]): TopicPoints[] {
  const all = bodyOf(blocks);
  const asked = askedIn(all);
  const body = new Map(
    all.flatMap((block) => (isGiven(blocks, block.index) || asked.has(block.index) ? [] : [[block.index, block] as const])),
  );
  const found = findPoints(
    stretches.map((stretch) => stretch.blocks.flatMap((index) => body.get(index) ?? [])),
    language,
  );
  return stretches.map((stretch, index) => givenPoints(blocks, stretch.blocks, found[index] ?? { summary: null, points: [] }));
}

export function findDetails({ blocks, meta, language, order }: Understood): Pick<Found, 'items' | 'actors'> {
  const all = bodyOf(blocks);
  // What the format says outright is not looked for again; of a list in running text the words may still hold a quotation or a date.
  const body = all.filter(({ index }) => !isGiven(blocks, index) || blocks[index]?.given?.kind === 'item');
  const asked = askedIn(all);
  const told = body.filter(({ index }) => !asked.has(index));
  const authors = meta.authors?.value ?? [];
  const actors = findActors(all, { language, authors });
  const items: Unnamed[] = [
    ...markTranslated(findQuotations(body, { language, actors }), blocks),
    ...findEvents(told, { language, order, published: meta.published?.value ?? null }),
    ...findFigures(told, { language, order }),
    ...tables(body, blocks),
    ...givenItems(blocks, language),
  ];
  return { items, actors };
}

function tables(body: readonly BodyBlock[], blocks: readonly SourceBlock[]): Omit<TableItem, 'id' | 'state'>[] {
  return body.flatMap((block) => {
    const rows = blocks[block.index]?.rows;
    if (!rows) return [];
    const span = { block: block.index, sentences: [0, Math.max(0, block.sentences.length - 1)] as const, start: 0, end: block.text.length };
    return [{ kind: 'table' as const, title: null, rows, confidence: 0.9, origin: 'markup' as const, spans: [span] }];
  });
}

/** Puts what was found into topics and gives everything an id. */
export function assemble(file: OriginalFile, { blocks, meta }: Understood, found: Found): Draft {
  let next = 1;
  const id = (): string => `n${next++}`;
  const named = <T extends Unnamed | Omit<ActorItem, 'id' | 'state'>>(item: T): T & { id: string; state: 'proposed' } => ({
    ...item,
    id: id(),
    state: 'proposed',
  });
  const topicOf = topicOfBlock(found.stretches);
  const topics = found.stretches.map((stretch, index): DraftTopic => {
    const { summary = null, points = [] } = found.points[index] ?? {};
    const inside = found.items.filter((item) => topicOf(item.spans[0]?.block ?? -1) === index);
    return {
      id: id(),
      heading: {
        id: id(),
        value: stretch.heading,
        confidence: stretch.headingConfidence,
        origin: stretch.origin,
        spans: stretch.headingBlock === null ? [] : [wholeBlock(blocks, stretch.headingBlock)],
        state: 'proposed',
        alternatives: stretch.alternatives,
      },
      blocks: stretch.blocks.filter((block) => blocks[block]?.role === 'body'),
      summary: summary === null ? null : (named(summary) satisfies PointItem),
      items: [...points, ...inside].map((item) => named(item)),
      confidence: stretch.confidence,
      savedId: null,
    };
  });
  const actors = found.actors.map((actor) => named(actor));
  return { file, blocks, meta, topics, actors, savedParagraphs: 0, articleId: null, carried: null, nextId: next };
}

export function wholeBlock(
  blocks: readonly Pick<SourceBlock, 'text' | 'sentences'>[],
  block: number,
): { block: number; sentences: readonly [number, number]; start: number; end: number } {
  const { text = '', sentences = [] } = blocks[block] ?? {};
  return { block, sentences: [0, Math.max(0, sentences.length - 1)], start: 0, end: text.length };
}
