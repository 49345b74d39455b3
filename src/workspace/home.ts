import { relative } from 'node:path';
import { parseBody, writeInline } from '../core/article/index.ts';
import type { Topic } from '../core/article/types.ts';
import { shortHash } from '../core/base/hash.ts';
import { isRef, plainText, type Run, type TextRun } from '../core/base/text.ts';
import type { Origin } from '../core/base/origin.ts';
import { LecternError, problem, unwrap, type Outcome, type Problem } from '../core/base/errors.ts';
import { placeOfOrigin, placesIn, type BriefingEdit, type ItemRef } from '../core/briefing/index.ts';
import type { Overrides } from '../core/briefing/types.ts';
import type { Box, Scene, SceneSlide } from '../core/layout/types.ts';
import { factsDiffer, wordsDiffer } from '../core/pipeline/facts.ts';
import type { HandChange, HandSlide, LinePlace } from '../core/write/pptx/merge/hand.ts';
import type { Sources } from './build.ts';
import { buildAgain, type AgainRequest } from './again.ts';
import type { NowTools } from './deck-now.ts';

/** A change of a colleague's that a briefing can hold. */
export interface Offer {
  /** The same for the same change of the same deck. */
  readonly id: string;
  readonly edit: BriefingEdit;
  /** In the edited deck; null for a slide that is not in it any more. */
  readonly slide: HandSlide | null;
  readonly was: string | null;
  readonly now: string | null;
  /** A number, a date, a name or a quotation is another now, or any word of a line with a source: nobody but a reader can tell whether it still says so. */
  readonly question: boolean;
}

/** What a colleague did to a deck, as the briefing may have it. */
export interface Homecoming {
  readonly sources: Sources;
  readonly offers: readonly Offer[];
}

/** Reads what was done by hand to a deck, and offers it to its briefing. What stays in the deck alone is a warning with its place. */
export async function comeHome(request: AgainRequest, tools: NowTools): Promise<Outcome<Homecoming>> {
  const problems: Problem[] = [];
  try {
    const outcome = await buildAgain(request, tools);
    problems.push(...outcome.problems);
    const { edited, ours, sources } = unwrap(outcome);
    const { handChangesIn } = await import('../core/write/pptx/index.ts');
    const changes = await handChangesIn(edited, ours.bytes);
    const context: Context = { scene: ours.scene, sources, changes, file: relative(request.base, request.file) || request.file };
    const offers: Offer[] = [];
    for (const change of changes) {
      const made = offerOf(change, context);
      if ('edit' in made) offers.push(made);
      else problems.push(made);
    }
    return { value: { sources, offers: distinctOffers(offers) }, problems };
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    return { value: null, problems: [...problems, ...error.problems] };
  }
}

/** A line that stands on several slides (a headline and its agenda entry) is offered once. */
function distinctOffers(offers: readonly Offer[]): Offer[] {
  const seen = new Map<string, Offer>();
  for (const offer of offers) {
    const key = JSON.stringify(offer.edit);
    if (!seen.has(key)) seen.set(key, offer);
  }
  return [...seen.values()];
}

interface Context {
  readonly scene: Scene;
  readonly sources: Sources;
  readonly changes: readonly HandChange[];
  /** How problems name the deck. */
  readonly file: string;
}

function stays(context: Context, slide: HandSlide | null, what: string, received: string | null, hint: string): Problem {
  return problem('home/stays', {
    message: what,
    place: { file: context.file, ...(slide && { slide: { number: slide.number, title: slide.title } }) },
    ...(received !== null && { received }),
    hint,
  });
}

const IN_DECK = 'It stays in the .pptx; lectern merge keeps it there.';

const WHAT: Readonly<Record<string, string>> = {
  alt: 'alternative text was changed by hand',
  data: 'a chart’s data was changed by hand',
  pictures: 'a picture was changed by hand',
  look: 'the slide’s look was changed by hand',
  layout: 'the places of things on the slide, or a table’s rows, were changed by hand',
  comments: 'somebody commented on the slide',
};

function offerOf(change: HandChange, context: Context): Offer | Problem {
  switch (change.kind) {
    case 'reworded':
    case 'removed':
    case 'added':
      return lineOffer(change, context);
    case 'slide-removed':
      return removedSlide(change, context);
    case 'slide-added': {
      const said = change.lines.filter((runs) => plainText(runs) !== '');
      const body = [
        ...said.map((runs) => `- ${writeInline(runs)}`),
        ...(change.notes.length > 0 ? ['', ':::notes', change.notes.join('\n\n'), ':::'] : []),
      ];
      const edit: BriefingEdit = {
        kind: 'own-added',
        after: itemOf(change.after, context),
        title: change.slide.title,
        body: body.join('\n'),
      };
      return offered(edit, change.slide, null, [change.slide.title, ...said.map(plainText)].join('\n'), false);
    }
    case 'slide-moved': {
      const [item, after] = [itemOf(change.id, context), itemOf(change.after, context)];
      const isFirst = item !== null && context.scene.slides.find(({ topic }) => topic === item.key)?.id === change.id;
      if (!isFirst || after?.key === item.key)
        return stays(context, change.slide, 'the slide was moved by hand, away from the others of its topic', null, IN_DECK);
      return offered({ kind: 'item-moved', item, after }, change.slide, null, null, false);
    }
    case 'kept-in-deck':
      return stays(context, change.slide, WHAT[change.what] ?? change.what, null, IN_DECK);
    case 'contested':
      return stays(
        context,
        change.slide,
        'this was changed by hand, and in the briefing or its articles, too',
        change.was,
        'Settle it with lectern merge first.',
      );
  }
}

function offered(edit: BriefingEdit, slide: HandSlide | null, was: string | null, now: string | null, question: boolean): Offer {
  return { id: shortHash(JSON.stringify([edit, was])), edit, slide, was, now, question };
}

/** The running order's item that a slide of ours is of; null: none. */
function itemOf(slide: string | null, { scene }: Context): ItemRef | null {
  const topic = scene.slides.find(({ id }) => id === slide)?.topic ?? null;
  return topic === null ? null : { key: topic };
}

function removedSlide(change: Extract<HandChange, { kind: 'slide-removed' }>, context: Context): Offer {
  const { topic, slideKind, number, title } = change;
  const gone = new Set(context.changes.flatMap((one) => (one.kind === 'slide-removed' ? [one.id] : [])));
  const isWhole = topic !== null && context.scene.slides.every((slide) => slide.topic !== topic || gone.has(slide.id));
  const item = topic === null ? null : { key: topic };
  const edit: BriefingEdit =
    isWhole && item ? { kind: 'item-removed', item } : { kind: 'slide-removed', item, slide: slideKind, ...(number > 1 && { number }) };
  return offered(edit, null, title, null, false);
}

/** A line of the scene. */
function runsAt(scene: Scene, { slide, box, line }: LinePlace): readonly Run[] | null {
  const found = scene.slides[slide];
  if (!found) return null;
  if (box === null) return found.notes.filter(({ runs }) => plainText(runs) !== '')[line]?.runs ?? null;
  return paragraphsOf(found, box)[line] ?? null;
}

function paragraphsOf({ boxes }: SceneSlide, name: string): (readonly Run[])[] {
  const nameOf = (box: Box): string => box.id.slice(box.id.indexOf('/') + 1);
  const box = boxes.flatMap((one): Box[] => (one.kind === 'group' ? [one, ...one.children] : [one])).find((one) => nameOf(one) === name);
  if (box?.kind === 'text')
    return box.paragraphs
      .filter(({ runs, field }) => field === null && (plainText(runs) !== '' || runs.some(isRef)))
      .map(({ runs }) => runs);
  if (box?.kind === 'table') return box.rows.flatMap(({ cells }) => cells.map(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs)));
  return [];
}

interface Piece {
  readonly origin: Origin;
  /** The template's own words before and behind. */
  readonly before: string;
  readonly behind: string;
}

/** The one field that a line's words come from; null: it has none, or several. */
function pieceOf(runs: readonly Run[]): Piece | null {
  const words = runs.filter((run): run is TextRun => !isRef(run) && run.text !== '');
  const own = words.flatMap((run, i) => ((run.origins?.length ?? 0) > 0 ? [i] : []));
  const origins = new Map(
    own.flatMap((i) =>
      (words[i]?.origins ?? []).map(
        (origin) => [JSON.stringify([origin.article, origin.topic, origin.field, origin.index]), origin] as const,
      ),
    ),
  );
  const [origin] = origins.values();
  const [first, last] = [own[0], own.at(-1)];
  if (!origin || origins.size !== 1 || first === undefined || last === undefined) return null;
  const text = (list: readonly TextRun[]): string => list.map((run) => run.text).join('');
  return { origin, before: text(words.slice(0, first)), behind: text(words.slice(last + 1)) };
}

/** Runs without what the template put before and behind; null where a hand changed that. */
function within(runs: readonly TextRun[], { before, behind }: Piece): TextRun[] | null {
  const flat = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');
  const whole = flat(runs.map(({ text }) => text).join('')).trimEnd();
  const [start, end] = [flat(before), flat(behind).trimEnd()];
  if (!whole.startsWith(start) || !whole.endsWith(end) || whole.length < start.length + end.length) return null;
  let [skip, left] = [start.length, whole.length - start.length - end.length];
  return runs.flatMap((run) => {
    const text = run.text.slice(skip, skip + left);
    skip = Math.max(0, skip - run.text.length);
    left -= text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

function topicOf(
  { article, topic }: Origin,
  { briefing, articles }: Sources,
): { readonly topic: Topic; readonly overrides: Overrides | null; readonly item: ItemRef } | null {
  if (topic === null) return null;
  if (article === null) {
    const own = briefing.items.find((item) => item.kind === 'own' && item.id === topic);
    if (own?.kind !== 'own') return null;
    const body = parseBody(own.body, { file: '', line: 1 }).value;
    if (body === null) return null;
    const { summary, blocks } = body;
    return {
      topic: { id: own.id, idGiven: true, heading: own.title, summary, blocks, line: 0 },
      overrides: null,
      item: { key: `own/${topic}` },
    };
  }
  const found = articles.get(article)?.entry?.article.topics.find(({ id }) => id === topic);
  const item = briefing.items.find((one) => one.kind === 'topic' && one.article === article && one.topic === topic);
  if (!found || item?.kind !== 'topic') return null;
  return { topic: found, overrides: item.overrides, item: { key: `${article}/${topic}` } };
}

const REFERENCES = /(?:\s*\[¶[^\]]*\])+\s*$/;

function lineOffer(change: Extract<HandChange, { kind: 'reworded' | 'removed' | 'added' }>, context: Context): Offer | Problem {
  const { slide } = change;
  const at = change.kind === 'added' ? change.after : change.place;
  const said = change.kind === 'removed' ? change.was : plainText(change.runs);
  const runs = at && runsAt(context.scene, at);
  const piece = runs && pieceOf(runs);
  const found = piece && topicOf(piece.origin, context.sources);
  const line = piece && found && placeOfOrigin(found.topic, found.overrides, piece.origin);
  if (!line)
    return stays(
      context,
      slide,
      'this was changed by hand, and is no line of a topic',
      said,
      'Change it in the briefing or the template, if it is wanted there; lectern merge keeps it in the .pptx.',
    );
  const { item } = found;
  if (change.kind === 'reworded') {
    const words = within(change.runs, piece);
    if (words === null) return stays(context, slide, 'the template’s own words were changed by hand', said, IN_DECK);
    const references = REFERENCES.exec(line.text)?.[0] ?? '';
    const isOther = factsDiffer(change.was, said);
    // Whether other words still say what the source says nobody but a reader can tell.
    const question = isOther || (references !== '' && wordsDiffer(change.was, said));
    const isInline = line.form === 'runs' || line.at === 'headline';
    const text = isInline ? `${writeInline(words).trim()}${isOther ? '' : references.trimEnd()}` : plainText(words);
    const { at: address, hash, position } = line;
    const edit: BriefingEdit = {
      item,
      kind: 'line',
      at: address,
      hash,
      text,
      ...(position !== undefined && { position }),
      ...(isOther && references !== '' && { sourced: false }),
    };
    return offered(edit, slide, change.was, said, question);
  }
  const entry = placesIn(found.topic).items.find((one) => one.at === line.at);
  if (!entry)
    return stays(
      context,
      slide,
      change.kind === 'added' ? 'a line was added by hand where the briefing has no list' : 'a part of a row was taken out by hand',
      said,
      IN_DECK,
    );
  if (change.kind === 'removed')
    return offered({ item, kind: 'entry-removed', at: entry.at, hash: entry.wholeHash }, slide, change.was, null, false);
  const text = writeInline(change.runs).trim();
  return offered(
    { item, kind: 'entry-added', after: entry.at, hash: entry.hash, text: entry.at === 'summary' ? `- ${text}` : text },
    slide,
    null,
    said,
    false,
  );
}

/** Which offers are taken without a question. */
export function sureOffers(offers: readonly Offer[]): Offer[] {
  return offers.filter(({ question }) => !question);
}
