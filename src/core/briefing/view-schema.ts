/** What stands at a path of `View`. Templates' paths are checked against it before they run. */
export type SchemaNode =
  | { readonly kind: 'object'; readonly keys: Readonly<Record<string, SchemaNode>> }
  | { readonly kind: 'list'; readonly of: SchemaNode }
  /** A text, a number, true or false, or null. */
  | { readonly kind: 'value' }
  /** Keys that the view does not fix: the template's options. */
  | { readonly kind: 'any' };

const value: SchemaNode = { kind: 'value' };
const list = (of: SchemaNode): SchemaNode => ({ kind: 'list', of });
const object = (keys: Readonly<Record<string, SchemaNode>>): SchemaNode => ({ kind: 'object', keys });
/** An object of values alone. */
const values = (...names: readonly string[]): Record<string, SchemaNode> => Object.fromEntries(names.map((name) => [name, value]));

// Links and looks are the `rich` helper's business.
const run = { kind: 'any' } as const satisfies SchemaNode;
const lineKeys = { text: value, runs: list(run), refs: list(value), own: value };
const line = object(lineKeys);

/** Points nest, so the node is made before its children. */
const pointKeys: Record<string, SchemaNode> = { ...lineKeys };
const point = object(pointKeys);
pointKeys['children'] = list(point);

const vagueDate = object(values('text', 'iso', 'about'));
const event = object({ ...lineKeys, date: vagueDate, dateText: value });
const quotation = object({ ...values('speaker', 'role', 'dateText'), paragraphs: list(line), refs: list(value) });
const figure = object({ ...values('value', 'unit'), label: line, refs: list(value) });
const series = object({ name: value, values: list(value) });
const chart = object({ ...values('type', 'title', 'unit'), categories: list(value), series: list(series), refs: list(value) });
const row = object({ cells: list(line), total: value });
const table = object({ title: value, align: list(value), header: list(line), rows: list(row), refs: list(value) });
const image = object(values('src', 'alt', 'caption', 'credit'));

const block = object({
  ...values('kind', 'ordered'),
  paragraph: line,
  points: list(point),
  quotation,
  events: list(event),
  figures: list(figure),
  chart,
  table,
  image,
});

const article = object({
  ...values('id', 'title', 'standfirst', 'authorLine', 'published', 'publishedText', 'publisher', 'url', 'bio', 'disclaimer'),
  authors: list(value),
});

const item = object({
  ...values('key', 'isTopic', 'isOwn', 'depth', 'heading', 'speakingMinutes'),
  article,
  headline: line,
  summary: line,
  blocks: list(block),
  paragraphs: list(line),
  points: list(point),
  quotations: list(quotation),
  events: list(event),
  figures: list(figure),
  charts: list(chart),
  tables: list(table),
  images: list(image),
  notes: list(line),
  refs: list(value),
});

const source = object({
  ...values('number', 'article', 'authorLine', 'title', 'publisher', 'published', 'publishedText', 'url', 'paragraph', 'excerpt'),
  authors: list(value),
});

const deck = object(
  values(
    ...[
      'title',
      'subtitle',
      'audience',
      'presenter',
      'date',
      'dateText',
      'minutes',
      'speakingMinutes',
      'mark',
      'language',
      'direction',
      'forPresenter',
      'stamp',
    ],
  ),
);

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
    ...['continued', 'about', 'ownLine', 'disclaimer'],
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
  timeline: list(event),
  quotations: list(quotation),
  figures: list(figure),
  actors: list(value),
  sources: list(source),
  disclaimers: list(value),
});
