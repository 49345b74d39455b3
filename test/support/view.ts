import type { ItemView, SourceEntry, View } from '../../src/core/briefing/types.ts';
import { wordsFor } from '../../src/core/briefing/index.ts';

const EMPTY = {
  blocks: [],
  paragraphs: [],
  points: [],
  quotations: [],
  events: [],
  figures: [],
  charts: [],
  tables: [],
  images: [],
  callouts: [],
  itemSets: [],
  notes: [],
};

function source(number: number, title: string): SourceEntry {
  return {
    number,
    article: 'a',
    authors: ['N. N.'],
    authorLine: 'N. N.',
    title,
    publisher: null,
    published: null,
    publishedText: null,
    url: null,
    paragraph: number,
    excerpt: null,
    reworded: [],
    isNote: false,
  };
}

const item: ItemView = {
  key: 'a/b',
  isTopic: true,
  isOwn: false,
  depth: 'points',
  article: null,
  heading: 'A topic',
  headline: { text: 'A topic', runs: [{ text: 'A topic' }], refs: [], own: false },
  summary: null,
  ...EMPTY,
  refs: [2],
  speakingMinutes: 1,
  number: 1,
  of: 1,
  minutes: null,
  finding: null,
  cited: '¶\u00A02',
  sourceLine: null,
  section: null,
  opensSection: false,
  overview: [],
  inOverview: false,
};

/** A small view: one topic without content, three actors, two sources. */
export function tinyView(): View {
  return {
    deck: {
      title: 'A deck',
      cover: { main: 'A deck', sub: null, subtitle: null, audience: null, presenter: null, byline: null, date: '31 May 2024' },
      subtitle: null,
      audience: null,
      presenter: null,
      byline: null,
      date: '2024-05-31',
      dateText: '31 May 2024',
      minutes: null,
      speakingMinutes: 1,
      mark: null,
      notes: { title: [], agenda: [], sources: [] },
      language: 'en',
      direction: 'ltr',
      forPresenter: true,
      stamp: '00000000',
    },
    options: {},
    words: wordsFor('en'),
    items: [item],
    topics: [item],
    articles: [],
    timeline: [],
    quotations: [],
    figures: [],
    actors: ['A', 'B', 'C'],
    sources: [source(1, 'First'), source(2, 'Second')],
    sourceGroups: [],
    groups: [],
    disclaimers: [],
    changes: null,
  };
}
