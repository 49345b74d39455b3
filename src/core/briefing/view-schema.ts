import { BLOCK_SCHEMA, LISTS_SCHEMA } from '../block/view.ts';
import { eventSchema } from '../block/timeline/view.ts';
import { quotationSchema } from '../block/quotation/view.ts';
import { figureSchema } from '../block/figures/view.ts';
import { line, list, object, value, values, type SchemaNode } from './schema-node.ts';

export type { SchemaNode } from './schema-node.ts';

const block = object({ ...values('kind', 'index'), ...BLOCK_SCHEMA });

const article = object({
  ...values('id', 'title', 'standfirst', 'authorLine', 'published', 'publishedText', 'publisher', 'url', 'bio', 'disclaimer'),
  authors: list(value),
});

const entry = { ...values('key', 'number', 'minutes'), headline: line, finding: line };
const group = { ...values('title', 'from', 'to', 'minutes'), items: list(object(entry)) };

const item = object({
  ...values('key', 'isTopic', 'isOwn', 'depth', 'heading', 'speakingMinutes', 'number', 'of', 'minutes', 'cited'),
  ...values('opensSection', 'inOverview'),
  finding: line,
  sourceLine: line,
  section: object({ ...group, ...values('number', 'of', 'finding') }),
  overview: list(object(entry)),
  article,
  headline: line,
  summary: line,
  blocks: list(block),
  ...LISTS_SCHEMA,
  notes: list(line),
  refs: list(value),
});

const source = object({
  ...values('number', 'article', 'authorLine', 'title', 'publisher', 'published', 'publishedText', 'url', 'paragraph', 'excerpt', 'isNote'),
  authors: list(value),
  reworded: list(value),
});

const sourceGroup = object({
  article,
  ...values('cited'),
  topics: list(object(values('key', 'heading', 'cited'))),
  notes: list(object(values('number', 'text'))),
});

const deck = object({
  cover: object(values('main', 'sub', 'subtitle', 'audience', 'presenter', 'byline', 'date')),
  ...values('title', 'subtitle', 'audience', 'presenter', 'byline', 'date', 'dateText', 'minutes', 'speakingMinutes', 'mark'),
  ...values('language', 'direction', 'forPresenter', 'stamp'),
  notes: object({ title: list(line), agenda: list(line), sources: list(line) }),
});

const words = object(
  values(
    ...[
      'agenda',
      'sources',
      'quotation',
      'timeline',
      'figures',
      'table',
      'chart',
      'image',
      'actors',
      'notes',
      'paragraph',
      'presenter',
      'audience',
      'minutes',
    ],
    ...['continued', 'part', 'about', 'today', 'undated', 'ownLine', 'reworded', 'disclaimer', 'changes', 'added', 'removed', 'moved'],
  ),
);

/** Every path of `View`. A node may be null in a view where its type says so; the path is right all the same. */
export const VIEW_SCHEMA: SchemaNode = object({
  deck,
  options: { kind: 'any' },
  words,
  items: list(item),
  topics: list(item),
  articles: list(article),
  timeline: list(eventSchema),
  quotations: list(quotationSchema),
  figures: list(figureSchema),
  actors: list(value),
  sources: list(source),
  sourceGroups: list(sourceGroup),
  groups: list(object(group)),
  disclaimers: list(value),
  changes: object({ lines: list(line), notes: list(line) }),
});
