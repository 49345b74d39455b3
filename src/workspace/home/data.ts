import { writeInline } from '../../core/article/index.ts';
import type { Problem } from '../../core/base/errors.ts';
import { originsOf, plainText } from '../../core/base/text.ts';
import { placesIn, type BriefingEdit } from '../../core/briefing/index.ts';
import type { ChartBox } from '../../core/layout/types.ts';
import type { ChartPlace, HandChange } from '../../core/write/pptx/merge/hand-types.ts';
import { entryAt, entryOf } from './entries.ts';
import { boxNamed, runsAt, topicOf } from './origin.ts';
import { lineOf } from './lines.ts';
import { IN_DECK, offered, stays, type Context, type Offer, type TopicLine } from './types.ts';
import { isWorded } from './worded.ts';

type Change<K extends HandChange['kind']> = Extract<HandChange, { readonly kind: K }>;

/** The row of a topic's table that a cell of our deck is of. */
function rowOf(at: Change<'row-removed'>['place'], context: Context): TopicLine | null {
  const [origin, ...more] = originsOf(runsAt(context.scene, at) ?? []);
  return origin && more.length === 0 ? lineOf(origin, context) : null;
}

/** A row that a hand took out of a table. */
export function removedRow({ slide, place, was }: Change<'row-removed'>, context: Context): Offer | Problem {
  const row = rowOf(place, context);
  const entry = row && entryAt(row.found, entryOf(row.line.at));
  if (!entry) return stays(context, slide, 'a row that is none of a topic’s table was taken out by hand', was, IN_DECK);
  return offered({ item: row.found.item, kind: 'entry-removed', at: entry.at, hash: entry.wholeHash }, { slide, was, now: null });
}

/** A row that a hand put into a table: its cells, behind the row above. */
export function addedRow({ slide, after, cells }: Change<'row-added'>, context: Context): Offer | Problem {
  const said = cells.map(plainText).join(' | ');
  const row = after && rowOf(after, context);
  const at = row && entryOf(row.line.at);
  // Behind the headings it is the first.
  const [, table] = /^((?:table|items)\/\d+)$/.exec(at ?? '') ?? [];
  const entry = row && at !== null ? entryAt(row.found, at) : null;
  const columns = row
    ? placesIn(row.found.topic).lines.filter(
        (line) => /^\d+$/.test(partOf(line.at)) && blockOf(line.at) === blockOf(at ?? '') && entryOf(line.at) === blockOf(at ?? ''),
      )
    : [];
  if (!row || !entry || (columns.length > 0 && columns.length !== cells.length))
    return stays(context, slide, 'a row was added by hand where the briefing has no table of as many columns', said, IN_DECK);
  const edit: BriefingEdit = {
    item: row.found.item,
    kind: 'entry-added',
    after: table === undefined ? entry.at : `${table}/0`,
    ...(table === undefined && entry.hash !== '' && { hash: entry.hash }),
    cells: cells.map((runs) => writeInline(runs).trim()),
  };
  return offered(edit, { slide, was: null, now: said });
}

const partOf = (at: string): string => at.slice(entryOf(at).length + 1);
const blockOf = (at: string): string => /^[a-z]+\/\d+/.exec(at)?.[0] ?? '';

function originsAt({ origins }: ChartBox, { of, series, category }: ChartPlace) {
  switch (of) {
    case 'series':
      return origins?.series[series]?.name ?? [];
    case 'category':
      return origins?.categories[category] ?? [];
    case 'value':
      return origins?.series[series]?.values[category] ?? [];
  }
}

/** A name or value of a chart that a hand changed. */
export function chartedOffer({ slide, place, was, now }: Change<'charted'>, context: Context): Offer | Problem {
  const box = boxNamed(context.scene, place.slide, place.box);
  const [origin, ...more] = box?.kind === 'chart' ? originsAt(box, place) : [];
  const at = origin && more.length === 0 ? lineOf(origin, context) : null;
  const isNumber = place.of === 'value';
  // What stands there is what our deck has of the line: a chart may be drawn in another order than it is written in.
  const isThere =
    at !== null && (isNumber ? Number(at.line.shown) === Number(was) && (at.line.shown === '') === (was === '') : at.line.shown === was);
  if (!at || !isThere || (isNumber && now !== '' && !Number.isFinite(Number(now))))
    return stays(context, slide, 'a chart’s data was changed by hand, and is none of a topic’s chart', now, IN_DECK);
  const { found, line } = at;
  const text = isNumber && now !== '' ? Number(now) : now;
  const edit: BriefingEdit = {
    item: found.item,
    kind: 'line',
    at: line.at,
    hash: line.hash,
    text,
    ...(line.isFact && line.isSourced && { sourced: false }),
  };
  const article =
    origin?.article == null || origin.topic === null || now === '' || isWorded(found.overrides, line)
      ? null
      : { id: origin.article, topic: origin.topic, at: line.at, hash: line.hash, text: now };
  return offered(edit, { slide, was, now, question: true, article });
}

/** A picture's alternative text, known by what it said. */
export function altOffer({ slide, slideIndex, was, now }: Change<'alt'>, context: Context): Offer | Problem {
  const key = context.scene.slides[slideIndex]?.topic ?? '';
  const own = /^own\/(.*)$/.exec(key)?.[1];
  const [article = '', topic = ''] = key.split('/');
  const found = topicOf(own === undefined ? { article, topic } : { article: null, topic: own }, context.sources);
  const places = found ? placesIn(found.topic).lines.filter(({ at }) => /^image\/.*\.alt$/.test(at)) : [];
  const lines = found?.overrides?.lines ?? [];
  const named = places.flatMap((line) => {
    const worded = lines.find(({ at }) => at === line.at);
    return (worded ? String(worded.text) : line.text) === was ? [{ ...line, ...(worded && { hash: worded.hash }) }] : [];
  });
  const [line, ...more] = named;
  if (!found || !line || more.length > 0)
    return stays(context, slide, 'an alternative text that is none of a topic’s picture was changed by hand', now, IN_DECK);
  const sent =
    own !== undefined || isWorded(found.overrides, line) ? null : { id: article, topic, at: line.at, hash: line.hash, text: now };
  return offered({ item: found.item, kind: 'line', at: line.at, hash: line.hash, text: now }, { slide, was, now, article: sent });
}
