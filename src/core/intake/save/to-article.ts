import { cleanLine, isIsoDate, slug } from '../../article/index.ts';
import type { Article, ArticleBlock, Figure, Point, SourceText, TimelineEvent, Topic } from '../../article/types.ts';
import type { Run } from '../../base/text.ts';
import type { SavedPicture, SourcePicture } from '../given-types.ts';
import type {
  ActorItem,
  Draft,
  DraftItem,
  DraftTopic,
  Field,
  KeptItem,
  PointItem,
  Proposal,
  QuotationItem,
  Saved,
  SubPoint,
  TableItem,
} from '../types.ts';

export interface SaveOptions {
  /** The article's id; by default that of the article the draft renews, else made from the title. */
  readonly id?: string;
  /** Proposals that nobody has looked at are taken from this confidence on. */
  readonly sure?: number;
}

/** A machine's guess below this is left for a person to take. */
const SURE = 0.5;
/** A speaker who is only guessed is saved when somebody has agreed. */
const SURE_SPEAKER = 0.6;
const MOST_ACTORS = 12;

/**
 * The draft as an article and the numbered text that it refers to, ready for `writeArticle` and `writeSourceText`.
 * Rejected proposals are left out, and untouched ones that are not sure enough; every line carries its paragraphs' numbers.
 */
export function draftToArticle(draft: Draft, options: SaveOptions = {}): Saved {
  const sure = options.sure ?? SURE;
  const { meta } = draft;
  const value = <T>(field: Field<T> | null): T | null => (field === null || field.state === 'rejected' ? null : field.value);
  const line = (field: Field<string> | null): string | null => cleanLine(value(field) ?? '') || null;
  const title = line(meta.title) ?? titleOf(draft);
  const id = options.id ?? articleIdOf(draft);
  const article: Article = {
    id,
    title,
    standfirst: line(meta.standfirst),
    authors: (value(meta.authors) ?? []).map(cleanLine).filter(Boolean),
    published: dateOf(value(meta.published)),
    publisher: line(meta.publisher),
    url: addressOf(value(meta.url)),
    language: value(meta.language) ?? 'en',
    tags: (value(meta.tags) ?? []).map(cleanLine).filter(Boolean),
    actors: takenActors(draft).map(({ name }) => cleanLine(name)),
    bio: line(meta.bio),
    disclaimer: line(meta.disclaimer),
    // Under another id it is another article, with a text of its own.
    source: (id === draft.articleId ? draft.carried?.source : null) ?? `${id}.source.txt`,
    mark: draft.carried?.mark ?? null,
    rights: draft.carried?.rights ?? null,
    extra: draft.carried?.extra ?? {},
    topics: topicsOf(draft, id, sure),
  };
  return { article, source: sourceOf(draft), pictures: picturesOf(draft, id, sure) };
}

/** The id that an article of this draft gets by itself. */
export function articleIdOf(draft: Draft): string {
  if (draft.articleId !== null) return draft.articleId;
  const title = draft.meta.title;
  return slug((title === null || title.state === 'rejected' ? '' : cleanLine(title.value)) || titleOf(draft));
}

/** ¶n is `paragraphs[n - 1]`. */
export function sourceOf({ blocks }: Pick<Draft, 'blocks'>): SourceText {
  const numbered = blocks.filter((block) => block.number !== null).sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  return { paragraphs: numbered.map((block) => cleanLine(block.text)) };
}

/** The ¶ numbers that a proposal rests on. */
export function refsOfSpans({ blocks }: Pick<Draft, 'blocks'>, { spans }: Pick<Proposal, 'spans'>): number[] {
  const numbers = spans.flatMap((span) => blocks[span.block]?.number ?? []);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** An article without a title is called by its file. */
function titleOf({ file }: Draft): string {
  const name = cleanLine(file.name.replace(/\.[^.]*$/, '').replace(/[-_]+/g, ' '));
  return name === '' ? 'Untitled' : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Nothing but a day of the calendar reaches an article's front matter, also from a review that an older version began. */
function dateOf(published: string | null): string | null {
  return published !== null && isIsoDate(published) ? published : null;
}

function addressOf(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}

/** The actors that an article names: those accepted, and the most often named that are sure enough. */
export function takenActors({ actors }: Pick<Draft, 'actors'>): ActorItem[] {
  const accepted = actors.filter((actor) => actor.state === 'accepted');
  const sure = actors.filter(
    (actor) => actor.state === 'proposed' && actor.confidence >= 0.7 && actor.type !== 'other' && actor.type !== 'place',
  );
  const taken = new Set([...accepted, ...sure.slice(0, Math.max(0, MOST_ACTORS - accepted.length))]);
  return actors.filter((actor) => taken.has(actor));
}

function topicsOf(draft: Draft, article: string, sure: number): Topic[] {
  const kept = draft.topics.filter((topic) => topic.heading.state !== 'rejected');
  const taken = new Set(kept.flatMap(({ savedId }) => (savedId === null ? [] : [savedId.id])));
  return kept.map((topic): Topic => {
    const heading = cleanLine(topic.heading.value) || 'Topic';
    const { id, given } = topic.savedId ?? { id: unusedId(heading, taken), given: false };
    taken.add(id);
    const summary = isTaken(topic.summary, sure) ? topic.summary : null;
    return {
      id,
      idGiven: given,
      heading,
      summary: summary === null ? null : runsOf(draft, summary, summary.text, summary.saved?.runs),
      blocks: blocksOf(draft, topic, article, sure),
      line: 0,
    };
  });
}

function unusedId(heading: string, taken: ReadonlySet<string>): string {
  const base = slug(heading);
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  return id;
}

/** Whether a proposal goes into the article as things stand. */
export function isTaken<T extends Proposal>(proposal: T | null, sure: number = SURE): proposal is T {
  return (
    proposal !== null &&
    (proposal.state === 'accepted' ||
      (proposal.state === 'proposed' && (proposal.aside === undefined || proposal.aside === 'sure') && proposal.confidence >= sure))
  );
}

/** Words with their reference behind them; the saved form as it was. */
function runsOf(draft: Draft, proposal: Pick<Proposal, 'spans'>, words: string, saved?: readonly Run[]): readonly Run[] {
  if (saved) return saved;
  const refs = refsOfSpans(draft, proposal);
  return refs.length === 0 ? [{ text: cleanLine(words) }] : [{ text: `${cleanLine(words)} ` }, { refs }];
}

/** Neighbours of one kind become one block: points a list, events a timeline, figures a set. */
function blocksOf(draft: Draft, topic: DraftTopic, article: string, sure: number): ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  for (const item of topic.items.filter((other) => isTaken(other, sure) && !isSaidTwice(topic, other, sure))) {
    const block = blockOf(draft, item, article);
    const last = blocks.at(-1);
    const joined = last && join(last, block);
    if (joined) blocks[blocks.length - 1] = joined;
    else blocks.push(block);
  }
  return blocks.map((block) => (block.kind === 'timeline' ? { ...block, events: inOrder(block.events) } : block));
}

/** A sentence that is kept for a word quoted in it, and that is a point or the summary besides. */
function isSaidTwice({ summary, items }: DraftTopic, item: DraftItem, sure: number): boolean {
  if (item.kind !== 'quotation' || item.form !== 'sentence' || item.saved) return false;
  const words = cleanLine(item.text);
  return [summary, ...items].some((other) => isTaken(other, sure) && other.kind === 'point' && cleanLine(other.text) === words);
}

function join(last: ArticleBlock, block: ArticleBlock): ArticleBlock | null {
  if (last.kind === 'points' && block.kind === 'points' && last.ordered === block.ordered && block.start === undefined)
    return { ...last, items: [...last.items, ...block.items] };
  if (last.kind === 'timeline' && block.kind === 'timeline') return { ...last, events: [...last.events, ...block.events] };
  if (last.kind === 'notes' && block.kind === 'notes') return { ...last, paragraphs: [...last.paragraphs, ...block.paragraphs] };
  if (last.kind === 'figures' && block.kind === 'figures') return { ...last, figures: [...last.figures, ...block.figures] };
  return null;
}

function blockOf(draft: Draft, item: DraftItem, article: string): ArticleBlock {
  switch (item.kind) {
    case 'point':
      return {
        kind: 'points',
        ordered: item.ordered,
        ...(item.ordered && item.start !== undefined && { start: item.start }),
        items: [pointOf(draft, item)],
      };
    case 'quotation':
      return quotationOf(draft, item);
    case 'event': {
      const event: TimelineEvent = item.saved ?? {
        date: { ...item.date, text: cleanLine(item.date.text) },
        runs: runsOf(draft, item, item.text),
      };
      return { kind: 'timeline', events: [event] };
    }
    case 'figure': {
      const figure: Figure = item.saved ?? {
        value: cleanLine(item.value),
        unit: cleanLine(item.unit),
        label: runsOf(draft, item, item.label || item.unit || item.value),
      };
      return { kind: 'figures', figures: [figure] };
    }
    case 'table':
      return tableOf(draft, item);
    case 'kept':
      return keptOf(draft, item, article);
  }
}

function pointOf(draft: Draft, item: PointItem): Point {
  if (item.saved) return item.saved;
  if (!item.children) return { runs: runsOf(draft, item, item.text), children: [] };
  const below = (children: readonly SubPoint[]): Point[] =>
    children.map((child) => ({ runs: runsOf(draft, { spans: [child.span] }, child.text), children: below(child.children) }));
  // Its first span is its own; the others are its sub-points'.
  return { runs: runsOf(draft, { spans: item.spans.slice(0, 1) }, item.text), children: below(item.children) };
}

/** A saved block as it was; a chart of the source with its paragraph, a picture by its name beside the article. */
function keptOf(draft: Draft, { block, picture, origin, spans }: KeptItem, article: string): ArticleBlock {
  if (block.kind === 'image' && picture) return { ...block, src: pictureName(article, picture) };
  return block.kind === 'chart' && origin !== 'saved' ? { ...block, refs: refsOfSpans(draft, { spans }) } : block;
}

/** What a picture of the source is called beside its article: `ID.picture-1a2b3c4d.png`. The same bytes have one name. */
function pictureName(article: string, { key, form }: SourcePicture): string {
  return `${article}.picture-${key}.${form}`;
}

/** The pictures that the saved article names, each once. */
function picturesOf({ topics }: Draft, article: string, sure: number): SavedPicture[] {
  const taken = topics
    .filter(({ heading }) => heading.state !== 'rejected')
    .flatMap(({ items }) => items.flatMap((item) => (item.kind === 'kept' && item.picture && isTaken(item, sure) ? [item.picture] : [])));
  return [...new Map(taken.map((picture) => [pictureName(article, picture), picture])).entries()].map(([file, picture]) => ({
    file,
    picture,
  }));
}

function quotationOf(draft: Draft, item: QuotationItem): ArticleBlock {
  if (item.saved) return item.saved;
  if (item.form === 'sentence') return { kind: 'points', ordered: false, items: [{ runs: runsOf(draft, item, item.text), children: [] }] };
  const isNamed = item.state === 'accepted' || item.speakerConfidence >= SURE_SPEAKER;
  const [speaker, role] = isNamed ? [item.speaker, item.role] : [null, null];
  return {
    kind: 'quotation',
    paragraphs: item.text.split('\n').map((paragraph) => [{ text: cleanLine(paragraph) }]),
    speaker: speaker === null ? null : cleanLine(speaker.replace(/,/g, ' ')) || null,
    role: role === null ? null : cleanLine(role) || null,
    date: item.date,
    refs: refsOfSpans(draft, item),
  };
}

/** The reference stands behind the last cell. Columns of numbers are set to their end. */
function tableOf(draft: Draft, { rows, title, spans }: TableItem): ArticleBlock {
  const refs = refsOfSpans(draft, { spans });
  const cells = rows.map((row) => row.map((cell): readonly Run[] => (cleanLine(cell) === '' ? [] : [{ text: cleanLine(cell) }])));
  const lastRow = cells.at(-1);
  const lastCell = lastRow?.at(-1);
  if (lastRow && lastCell && refs.length > 0) {
    const [first] = lastCell;
    lastRow[lastRow.length - 1] = [...(first && 'text' in first ? [{ text: `${first.text} ` }] : []), { refs }];
  }
  const [header = [], ...body] = cells;
  const align = header.map((_, column) =>
    rows.slice(1).every((row) => /^[\s\p{Sc}]*[\d.,\s]+\s*%?$/u.test(row[column] ?? '')) ? ('end' as const) : ('start' as const),
  );
  return { kind: 'table', title, align, header, rows: body, total: false };
}

/** By date where every row has one; words among them keep the writer's order for all. */
function inOrder(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  if (events.some(({ date }) => date.iso === null)) return events;
  return [...events].sort((a, b) => (a.date.iso ?? '').localeCompare(b.date.iso ?? '', 'en'));
}
