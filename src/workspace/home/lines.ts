import type { Origin } from '../../core/base/origin.ts';
import type { Problem } from '../../core/base/errors.ts';
import { writeInline } from '../../core/article/index.ts';
import { plainText } from '../../core/base/text.ts';
import { placeOfOrigin } from '../../core/briefing/index.ts';
import type { HandChange } from '../../core/write/pptx/merge/hand-types.ts';
import { entryAt } from './entries.ts';
import { runsAt, topicOf } from './origin.ts';
import { changedPieces, flat, isOwn, piecesOf } from './pieces.ts';
import { IN_DECK, offered, stays, type Context, type Offer, type Step, type TopicLine } from './types.ts';
import { withoutTemplate } from './template-words.ts';
import { plainLine } from './worded.ts';

const ELSEWHERE = 'Change it in the briefing or the template, if it is wanted there; lectern merge keeps it in the .pptx.';

/** The line that words come from; null: they are none of a topic's. */
export function lineOf(origin: Origin, { sources }: Context): TopicLine | null {
  const found = topicOf(origin, sources);
  const line = found && placeOfOrigin(found.topic, found.overrides, origin);
  return line && { found, line };
}

/** A line of text that a hand reworded, added or took out. */
export function lineSteps(change: Extract<HandChange, { kind: 'reworded' | 'removed' | 'added' }>, context: Context): Step[] {
  const { slide } = change;
  const at = change.kind === 'added' ? change.after : change.place;
  const said = change.kind === 'removed' ? change.was : plainText(change.runs);
  const runs = at && runsAt(context.scene, at);
  const pieces = (runs ? piecesOf(runs, (origin) => plainLine(lineOf(origin, context)?.line ?? null)) : null) ?? [];
  const own = pieces.filter(isOwn);
  const noLine = stays(context, slide, 'this was changed by hand, and is no line of a topic', said, ELSEWHERE);
  if (at === null || own.length === 0) return [noLine];
  if (change.kind === 'added') {
    const [only, ...more] = own;
    const place = only && more.length === 0 ? lineOf(only.origin, context) : null;
    return [place ? addition(change, place, context) : noLine];
  }
  const changed = change.kind === 'removed' ? own.map((piece) => ({ piece, runs: [] })) : changedPieces(pieces, change.runs);
  if (changed === null) return [stays(context, slide, 'the template’s own words were changed by hand', said, IN_DECK)];
  return changed.map((one): Step => {
    const place = lineOf(one.piece.origin, context);
    if (!place) return noLine;
    // What is left of a line that lost a part says something else; a whole one is gone.
    const [whole, part] = [plainLine(place.line) ?? '', flat(one.piece.text).trim()];
    const isGone = change.kind === 'removed' && (whole === part || !whole.includes(part));
    return isGone ? { slide, ...place, was: change.was } : { slide, at, ...place, changed: one };
  });
}

function addition(change: Extract<HandChange, { kind: 'added' }>, { found, line }: TopicLine, context: Context): Offer | Problem {
  const runs = withoutTemplate(change.runs, context.template);
  const said = plainText(runs);
  const entry = entryAt(found, line.at);
  if (!entry) return stays(context, change.slide, 'a line was added by hand where the briefing has no list', said, IN_DECK);
  const text = writeInline(runs).trim();
  return offered(
    {
      item: found.item,
      kind: 'entry-added',
      after: entry.at,
      ...(entry.hash !== '' && { hash: entry.hash }),
      text: entry.at === 'summary' ? `- ${text}` : text,
    },
    { slide: change.slide, was: null, now: said },
  );
}
