import { fold } from '../../../src/api/fold.ts';
import type { ArticleSummary, Briefing, Item, TopicItem, TopicSummary } from '../../../src/ui/types.ts';

/** `war/front` → a chosen topic. */
export function topicItem(address: string, more: Partial<TopicItem> = {}): TopicItem {
  const [article = '', topic = ''] = address.split('/');
  return { kind: 'topic', article, topic, depth: 'points', overrides: null, ...more };
}

export function briefing(...items: (string | Item)[]): Briefing {
  return {
    title: 'Title',
    subtitle: null,
    audience: null,
    presenter: null,
    date: null,
    minutes: null,
    mark: null,
    language: null,
    template: 'policy-brief',
    options: {},
    notes: null,
    items: items.map((item) => (typeof item === 'string' ? topicItem(item) : item)),
  };
}

export function topicSummary(heading: string, text = '', more: Partial<TopicSummary> = {}): TopicSummary {
  return {
    id: heading.toLowerCase().replaceAll(' ', '-'),
    heading,
    summary: null,
    words: 10,
    points: 1,
    quotations: 0,
    figures: 0,
    events: 0,
    charts: 0,
    tables: 0,
    images: 0,
    seconds: { headline: 10, points: 30, full: 60 },
    search: fold(`${heading} ${text}`),
    ...more,
  };
}

export function articleSummary(title: string, topics: readonly TopicSummary[], more: Partial<ArticleSummary> = {}): ArticleSummary {
  return {
    id: title.toLowerCase().replaceAll(' ', '-'),
    file: `content/${title}.md`,
    hash: '0'.repeat(64),
    title,
    standfirst: null,
    authors: [],
    publisher: null,
    published: null,
    language: 'en',
    tags: [],
    actors: [],
    topics: [...topics],
    ...more,
  };
}
