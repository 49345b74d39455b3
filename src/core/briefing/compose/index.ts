import type { Article, ArticleBlock } from '../../article/types.ts';
import { hasErrors, problem, type Outcome, type Problem } from '../../base/errors.ts';
import { isRef } from '../../base/text.ts';
import { wordsFor } from '../catalogue/index.ts';
import { resolveOptions, type OptionRules } from '../options.ts';
import { placesByName, type PlaceOf } from '../places.ts';
import { parseNotes } from '../../article/index.ts';
import type { ArticleEntry, ArticleView, Briefing, DeckChange, DeckNotes, DeckView, LineView, View } from '../types.ts';
import type { BlockContext } from '../piece.ts';
import { bylineOf } from './byline.ts';
import { coverOf } from './cover.ts';
import { groupItems } from './groups.ts';
import { minutesOf, secondsApart } from './minutes.ts';
import { groupSources, sourcesOfItem } from './source-groups.ts';
import { viewChanges } from './changes.ts';
import { isoDateText } from './dates.ts';
import { viewItem, withNotes, type SlideItem } from './item.ts';
import { directionOf, joinNames, usableTag } from './language.ts';
import { makeLines, type LineMaker } from './lines.ts';
import { resolveItems, type Resolved } from './resolve.ts';
import { listSources, makeNumbering, type Numbering } from './sources.ts';
import { minutesToSay, roundMinutes } from './speaking.ts';
import { mergeTimelines } from './timeline.ts';

/** Which blocks a depth admits: items are points in another shape. */
const ADMITTED = {
  headline: (): boolean => false,
  points: ({ kind }: Pick<ArticleBlock, 'kind'>): boolean => kind === 'points' || kind === 'items',
  full: (): boolean => true,
} as const;

export interface ComposeOptions {
  /** How problems name the briefing. */
  readonly file: string;
  /** Where its fields stand, if it was read from a file. */
  readonly placeOf?: PlaceOf | undefined;
  readonly forPresenter: boolean;
  readonly stamp: string;
  /** The mark that the deck bears, by `deckMark`; left out: the briefing's own. */
  readonly mark?: string | null;
  /** The template's options. */
  readonly options?: OptionRules;
  /** In what it differs from an earlier deck, the most important first. */
  readonly changes?: readonly DeckChange[] | undefined;
}

/** The one date that the articles name; null where they name several, for none of these is the deck's. */
function commonDate(entries: readonly ArticleEntry[]): string | null {
  const dates = new Set(entries.flatMap(({ article }) => article.published ?? []));
  const [only = null] = dates;
  return dates.size === 1 ? only : null;
}

function viewArticle(article: Article, language: string): ArticleView {
  const { id, title, standfirst, authors, published, publisher, url, bio, disclaimer } = article;
  const publishedText = published === null ? null : isoDateText(published, language);
  return {
    id,
    title,
    standfirst,
    authors,
    authorLine: joinNames(authors, language),
    published,
    publishedText,
    publisher,
    url,
    bio,
    disclaimer,
  };
}

function refersToSource({ article, source }: ArticleEntry): boolean {
  const hasRef = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(hasRef);
    if (value === null || typeof value !== 'object') return false;
    return (
      ('refs' in value && Array.isArray(value.refs) && value.refs.length > 0) ||
      ('notes' in value && Array.isArray(value.notes) && value.notes.length > 0) ||
      Object.values(value).some(hasRef)
    );
  };
  return source !== null || hasRef(article.topics);
}

function linesOf({ item, entry }: Resolved, numbering: Numbering, keys: ReadonlySet<string>): LineMaker {
  const keyOf = (target: string): string | null => {
    const key = target.includes('/') ? target : `${item.kind === 'own' ? 'own' : item.article}/${target}`;
    return keys.has(key) ? key : null;
  };
  // Words of a briefing's own have no source text, but may have footnotes.
  if (item.kind === 'own' || entry === null) return makeLines((_, notes) => numbering.numbers('own', [], notes), true, keyOf);
  return makeLines((refs, notes) => numbering.numbers(item.article, refs, notes), refersToSource(entry), keyOf);
}

/**
 * At the depth of a headline little is shown and little is said: the first paragraph of the article's notes.
 * Notes written for this briefing stand whole at every depth.
 */
function notesAt({ item, notes }: Resolved): Resolved['notes'] {
  return item.kind === 'topic' && item.depth === 'headline' && item.overrides?.notes == null ? notes.slice(0, 1) : notes;
}

/** Notes of slides that are no topic's. What is wrong with them was said when the briefing was read. */
function viewNotes(notes: DeckNotes | null, lines: LineMaker, file: string): DeckView['notes'] {
  const read = (text: string | null | undefined): LineView[] =>
    text == null ? [] : (parseNotes(text, { file, line: 1 }).value ?? []).map((runs) => lines.line(runs, { covered: true }));
  return { title: read(notes?.title), agenda: read(notes?.agenda), sources: read(notes?.sources) };
}

/** The deck's own lists. Blocks of a topic that was chosen twice count once. */
function mergedLists(items: readonly SlideItem[]): Pick<View, 'timeline' | 'quotations' | 'figures'> {
  const bySource = new Map(items.flatMap(({ view, sources }) => sources.map((source, index) => [source, view.blocks[index]] as const)));
  const blocks = [...bySource.values()].filter((block) => block !== undefined);
  return {
    timeline: mergeTimelines(blocks.flatMap(({ events }) => (events ? [events] : []))),
    quotations: blocks.flatMap(({ quotation }) => quotation ?? []),
    figures: blocks.flatMap(({ figures }) => figures ?? []),
  };
}

/** Lines with a source that were reworded by hand and stand in the deck, by the numbers of their sources. */
function rewordedBy(resolved: readonly Resolved[], numbering: Numbering): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { item, rewordings } of resolved) {
    if (item.kind !== 'topic') continue;
    for (const { kind, text, refs } of rewordings) {
      if (kind !== null && kind !== 'notes' && !ADMITTED[item.depth]({ kind })) continue;
      const paragraphs = refs.flatMap((run) => run.refs);
      const numbers = numbering.known(
        item.article,
        paragraphs,
        refs.flatMap((run) => run.notes ?? []),
      );
      for (const number of unique(numbers)) found.set(number, unique([...(found.get(number) ?? []), text]));
    }
  }
  return found;
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The language that the briefing names, or else its first article; null where neither does. */
function namedLanguage(briefing: Briefing, articles: ReadonlyMap<string, ArticleEntry>): string | null {
  if (briefing.language !== null) return briefing.language;
  const first = briefing.items.flatMap((item) => (item.kind === 'topic' ? (articles.get(item.article)?.article ?? []) : [])).at(0);
  return first === undefined || first.languageAssumed === true ? null : first.language;
}

/**
 * What a template fills: the chosen topics in order and to their depth, in this briefing's words and language, with one
 * number for each source paragraph. Numbers run over the slides first and over the notes after them, so that the
 * audience's copy, which has no notes, shows the same ones. Pure; all problems at once.
 */
export function compose(briefing: Briefing, articles: ReadonlyMap<string, ArticleEntry>, how: ComposeOptions): Outcome<View> {
  const { file, placeOf = placesByName(file), forPresenter, stamp } = how;
  const problems: Problem[] = [];
  const named = namedLanguage(briefing, articles);
  const resolved = resolveItems({ briefing, articles, file, placeOf, language: named, problems });
  const { options, problems: optionProblems } = resolveOptions(briefing.options, how.options ?? {}, (name) => placeOf(['options', name]));
  // Without the template's own list a briefing's options pass as they are.
  const usedOptions = how.options === undefined ? { ...options, ...briefing.options } : options;
  if (how.options !== undefined) problems.push(...optionProblems);
  if (hasErrors(problems)) return { value: null, problems };

  const entries = [...new Set(resolved.flatMap(({ entry }) => entry ?? []))];
  const language = usableTag(named ?? 'en');
  const words = wordsFor(language);
  const views = new Map(entries.map(({ article }) => [article.id, viewArticle(article, language)] as const));
  const numbering = makeNumbering();
  const keys = new Set(resolved.map(({ key }) => key));

  const slides = resolved.map((part) => {
    const { key, item, entry, headline, summary, written, reworded } = part;
    const depth = item.kind === 'topic' ? item.depth : 'full';
    const context: BlockContext = {
      lines: linesOf(part, numbering, keys),
      language,
      writtenIn: entry ? (entry.article.languageAssumed ? null : entry.article.language) : named,
      words,
      owner: entry?.article.id ?? 'own',
      written,
      reworded,
    };
    const article = entry ? (views.get(entry.article.id) ?? null) : null;
    const { blocks } = part;
    const shown = { headline, headlineWritten: written(headline), summary, blocks, admits: ADMITTED[depth] };
    return { part, slide: viewItem({ key, depth, article, ...shown }, context) };
  });
  const timed = slides.map(({ part, slide }) => {
    const lines = linesOf(part, numbering, keys);
    const notes = notesAt(part).map((runs) => lines.line(forPresenter ? runs : runs.filter((run) => !isRef(run)), { covered: true }));
    return withNotes(slide, notes, forPresenter);
  });

  const own = makeLines(
    (_, notes) => numbering.numbers('own', [], notes),
    false,
    () => null,
  );
  const deckNotes = viewNotes(forPresenter ? briefing.notes : null, own, file);
  const saidApart = Object.values(deckNotes).reduce((sum, lines) => sum + minutesToSay(lines), 0);
  const sources = listSources(numbering, { articles, views, forPresenter, reworded: rewordedBy(resolved, numbering) });
  const known = { sources, language };
  const apart = secondsApart(briefing);
  const { minutes: shares, over } = minutesOf(
    briefing.minutes,
    apart,
    timed.map(({ minutes }) => minutes),
    resolved.map(({ item }) => item.minutes ?? null),
  );
  if (over !== null)
    problems.push(
      problem('briefing/minutes', {
        message: 'the minutes of its topics come to more than the briefing has, or leave none for the others: all are pressed into these',
        place: placeOf(['minutes']),
        received: `${over} of ${briefing.minutes ?? 0} minutes${apart === 0 ? '' : `, ${apart} seconds of other slides among them`}`,
        hint: `Give the briefing more minutes, or its topics fewer${apart === 0 ? '' : '; or say fewer `seconds` of title, agenda or sources'}.`,
      }),
    );
  const { items, groups } = groupItems(
    timed.map(({ item }, index) => ({
      item: { ...item, number: index + 1, of: timed.length, minutes: shares[index] ?? null, ...sourcesOfItem(item, known) },
      start: resolved[index]?.item.section ?? null,
    })),
  );
  const date = briefing.date ?? commonDate(entries);
  const head = {
    title: briefing.title,
    subtitle: briefing.subtitle,
    audience: briefing.audience,
    presenter: briefing.presenter,
    byline: bylineOf([...views.values()], language),
    dateText: date === null ? null : isoDateText(date, language),
  };
  const deck: DeckView = {
    ...head,
    cover: coverOf(head),
    date,
    minutes: briefing.minutes,
    speakingMinutes: roundMinutes(timed.reduce((sum, { minutes }) => sum + minutes, saidApart)),
    mark: how.mark === undefined ? briefing.mark : how.mark,
    notes: deckNotes,
    language,
    direction: directionOf(language),
    forPresenter,
    stamp,
  };
  const view: View = {
    deck,
    options: usedOptions,
    words,
    items,
    topics: items.filter(({ isTopic }) => isTopic),
    articles: [...views.values()],
    ...mergedLists(slides.map(({ slide }) => slide)),
    actors: unique(entries.flatMap(({ article }) => article.actors)),
    sources,
    sourceGroups: groupSources([...views.values()], items, known),
    groups,
    disclaimers: unique(entries.flatMap(({ article }) => article.disclaimer ?? [])),
    changes: viewChanges(how.changes ?? [], { words, forPresenter }),
  };
  return { value: view, problems };
}
