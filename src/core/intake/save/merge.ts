import type { Article, SourceText } from '../../article/types.ts';
import { wholeBlock } from '../build-draft.ts';
import { sentenceSplitter } from '../sentences.ts';
import type { ActorItem, Draft, DraftItem, DraftTopic, Field, FieldName, Merge, MergeChange, SourceBlock, Span } from '../types.ts';
import { foldKey } from '../words/fold.ts';
import { alignParagraphs } from './align.ts';
import { actorsFrom, fieldsFrom, numbersIn, topicsFrom } from './from-article.ts';

const FIELDS: readonly FieldName[] = ['title', 'standfirst', 'authors', 'published', 'publisher', 'url', 'bio', 'disclaimer'];

/**
 * A newer version of an article that was saved before, as one draft: all that the user saved stays, accepted and word for word;
 * paragraph numbers stay (what is new gets the next ones, what has gone keeps its own); what the newer version adds is proposed.
 * `changes` says what differs and which saved lines rest on a paragraph that has changed or gone.
 */
export function mergeNewer(article: Article, source: SourceText, newer: Draft): Merge {
  const { blocks, changes: paragraphs } = alignBlocks(source, newer);
  let next = newer.nextId;
  const id = (): string => `n${next++}`;
  const byNumber = new Map(blocks.flatMap((block, index) => (block.number === null ? [] : [[block.number, index] as const])));
  const spanOf = (number: number): Span | null => {
    const block = byNumber.get(number);
    return block === undefined ? null : wholeBlock(blocks, block);
  };
  const tools = { spanOf, id };
  const saved = withBlocks(article, topicsFrom(article, tools), blocks, byNumber);
  const offered = offers(newer, saved, blocks, source);
  const topics = [...saved.map((topic) => withOffers(topic, offered.get(topic.id) ?? [])), ...newTopics(newer, saved, blocks)];
  const known = new Set(article.actors.map(foldKey));
  const draft: Draft = {
    ...newer,
    blocks,
    meta: fieldsFrom(article, newer.meta),
    topics,
    actors: [
      ...actorsFrom(article, newer.actors, tools),
      ...newer.actors.filter((actor) => !known.has(foldKey(actor.name))).map((actor) => newActor(actor, blocks)),
    ],
    savedParagraphs: source.paragraphs.length,
    articleId: article.id,
    carried: { extra: article.extra, source: article.source, mark: article.mark, rights: article.rights },
    nextId: next,
  };
  return { draft, changes: [...paragraphs, ...affected(saved, blocks), ...offeredChanges(topics), ...fieldChanges(article, newer)] };
}

function alignBlocks(source: SourceText, newer: Draft): { blocks: SourceBlock[]; changes: MergeChange[] } {
  const body = newer.blocks.flatMap((block, index) => (block.role === 'body' ? [index] : []));
  const texts = body.map((index) => newer.blocks[index]?.text ?? '');
  const matches = alignParagraphs(source.paragraphs, texts);
  const changes: MergeChange[] = [];
  const split = sentenceSplitter(newer.meta.language?.value ?? 'en');
  const withdrawn: SourceBlock[] = [];
  const fates = new Map<number, Pick<SourceBlock, 'number' | 'since'>>();
  matches.forEach(({ newer: to, changed }, index) => {
    const text = source.paragraphs[index] ?? '';
    const number = index + 1;
    const block = to === null ? undefined : body[to];
    if (block === undefined) {
      changes.push({ kind: 'paragraph-withdrawn', number, text });
      const sentences = split(text);
      withdrawn.push({
        role: 'withdrawn',
        shape: 'paragraph',
        text,
        level: 0,
        sentences,
        number,
        repeats: null,
        rows: null,
        since: 'withdrawn',
      });
      return;
    }
    const after = newer.blocks[block]?.text ?? '';
    if (changed) changes.push({ kind: 'paragraph-changed', number, before: text, after });
    fates.set(block, { number, since: changed ? 'changed' : 'same' });
  });
  let next = source.paragraphs.length;
  const blocks = newer.blocks.map((block, index): SourceBlock => {
    if (block.role !== 'body') return block;
    const fate = fates.get(index);
    if (fate) return { ...block, ...fate };
    const number = ++next;
    changes.push({ kind: 'paragraph-added', number, text: block.text });
    return { ...block, number, since: 'added' };
  });
  return { blocks: [...blocks, ...withdrawn], changes };
}

/** Each saved topic with the paragraphs it refers to; a paragraph nobody refers to goes with the one before it. */
function withBlocks(
  article: Article,
  topics: readonly Omit<DraftTopic, 'blocks'>[],
  blocks: readonly SourceBlock[],
  byNumber: ReadonlyMap<number, number>,
): DraftTopic[] {
  const owner = new Map<number, number>();
  article.topics.forEach((topic, index) => {
    for (const number of numbersIn(topic)) {
      const block = byNumber.get(number);
      if (block !== undefined && !owner.has(block)) owner.set(block, index);
    }
  });
  let last: number | null = null;
  blocks.forEach((block, index) => {
    if (block.role !== 'body') return;
    const own = owner.get(index);
    if (own !== undefined) last = own;
    else if (last !== null || topics.length > 0) owner.set(index, last ?? 0);
  });
  return topics.map((topic, index) => ({
    ...topic,
    blocks: [...owner].flatMap(([block, at]) => (at === index && blocks[block]?.role === 'body' ? [block] : [])).sort((a, b) => a - b),
  }));
}

/** What the newer version says in added or changed paragraphs and the saved article does not have yet, by topic. */
function offers(newer: Draft, saved: readonly DraftTopic[], blocks: readonly SourceBlock[], source: SourceText): Map<string, DraftItem[]> {
  const had = new Set(saved.flatMap((topic) => topic.items.map((item) => keyOf(item))));
  const found = new Map<string, DraftItem[]>();
  const old = foldKey(source.paragraphs.join(' '));
  for (const item of newer.topics.flatMap((topic) => [...(topic.summary === null ? [] : [topic.summary]), ...topic.items])) {
    const block = item.spans[0]?.block ?? -1;
    const since = blocks[block]?.since;
    const isNew = since === 'added' || (since === 'changed' && !old.includes(foldKey(sentenceOf(blocks, item))));
    const topic = saved.find((other) => other.blocks.includes(block));
    if (!isNew || !topic || had.has(keyOf(item))) continue;
    found.set(topic.id, [...(found.get(topic.id) ?? []), item]);
  }
  return found;
}

function sentenceOf(blocks: readonly SourceBlock[], { spans }: DraftItem): string {
  const [span] = spans;
  const block = blocks[span?.block ?? -1];
  const sentence = block?.sentences[span?.sentences[0] ?? 0];
  return block && sentence ? block.text.slice(sentence.start, sentence.end) : '';
}

/** Two items of one key say the same. */
function keyOf(item: DraftItem): string {
  switch (item.kind) {
    case 'point':
    case 'quotation':
      return `${item.kind} ${foldKey(item.text)}`;
    case 'event':
      return `event ${item.date.text} ${foldKey(item.text)}`;
    case 'figure':
      return `figure ${foldKey(item.value)} ${foldKey(item.unit)}`;
    case 'table':
      return `table ${item.rows.flat().join(' ')}`;
    case 'kept':
      return `kept ${item.id}`;
  }
}

function withOffers(topic: DraftTopic, items: readonly DraftItem[]): DraftTopic {
  return items.length === 0 ? topic : { ...topic, items: [...topic.items, ...items] };
}

/** Without saved topics the newer version's own are all there is. */
function newTopics(newer: Draft, saved: readonly DraftTopic[], blocks: readonly SourceBlock[]): DraftTopic[] {
  return saved.length > 0 ? [] : newer.topics.filter((topic) => topic.blocks.some((block) => blocks[block]?.since !== 'same'));
}

/** Who was named in the saved version already was there to be taken, and was not. */
function newActor(actor: ActorItem, blocks: readonly SourceBlock[]): ActorItem {
  const wasNamed = actor.spans.some((span) => blocks[span.block]?.since === 'same');
  return wasNamed ? { ...actor, state: 'rejected' } : actor;
}

function affected(topics: readonly DraftTopic[], blocks: readonly SourceBlock[]): MergeChange[] {
  return topics.flatMap((topic) =>
    [...(topic.summary === null ? [] : [topic.summary]), ...topic.items].flatMap((item): MergeChange[] => {
      const numbers = item.spans.flatMap(({ block }) => {
        const { since = null, number = null } = blocks[block] ?? {};
        return number !== null && (since === 'changed' || since === 'withdrawn') ? [number] : [];
      });
      return numbers.length > 0 ? [{ kind: 'item-affected', topic: topic.id, item: item.id, numbers }] : [];
    }),
  );
}

function offeredChanges(topics: readonly DraftTopic[]): MergeChange[] {
  return topics.flatMap((topic) =>
    topic.items.flatMap((item): MergeChange[] =>
      item.state === 'proposed' ? [{ kind: 'item-offered', topic: topic.id, item: item.id }] : [],
    ),
  );
}

function fieldChanges(article: Article, newer: Draft): MergeChange[] {
  return FIELDS.flatMap((field): MergeChange[] => {
    const other: Field<string> | Field<readonly string[]> | null = field === 'authors' ? newer.meta.authors : newer.meta[field];
    const saved = field === 'authors' ? article.authors.join(', ') : (article[field as 'title'] as string | null);
    const value = other === null ? '' : typeof other.value === 'string' ? other.value : other.value.join(', ');
    const differs = other !== null && other.confidence >= 0.6 && saved !== null && saved !== '' && foldKey(saved) !== foldKey(value);
    return differs ? [{ kind: 'field-differs', field, saved, newer: value }] : [];
  });
}
