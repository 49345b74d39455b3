import { writeInline } from '../../core/article/index.ts';
import type { Problem } from '../../core/base/errors.ts';
import { plainText, type TextRun } from '../../core/base/text.ts';
import { placeOfOrigin, placesIn, type BriefingEdit, type LinePlace } from '../../core/briefing/index.ts';
import type { Overrides } from '../../core/briefing/types.ts';
import { factsDiffer, wordsDiffer } from '../../core/pipeline/facts.ts';
import type { HandChange } from '../../core/write/pptx/merge/hand.ts';
import { pieceOf, runsAt, topicOf, within } from './origin.ts';
import { IN_DECK, offered, stays, type Context, type Offer } from './types.ts';

const REFERENCES = /(?:\s*\[¶[^\]]*\])+\s*$/;

/** A line that a hand reworded, added or took out. */
export function lineOffer(change: Extract<HandChange, { kind: 'reworded' | 'removed' | 'added' }>, context: Context): Offer | Problem {
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
    const words = within(spacedAs(change.runs, line.text), piece);
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
    const { origin } = piece;
    // Where the briefing has worded the line, the article's is another.
    const own = placesIn(found.topic).lines.find((one) => one.at === address && one.hash === hash);
    const sent = isInline ? `${writeInline(words).trim()}${references.trimEnd()}` : text;
    const article =
      origin.article === null || origin.topic === null || own?.text !== line.text || isWorded(found.overrides, line)
        ? null
        : { id: origin.article, topic: origin.topic, at: address, hash, text: sent };
    return offered(edit, { slide, was: change.was, now: said, question, article });
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
    return offered({ item, kind: 'entry-removed', at: entry.at, hash: entry.wholeHash }, { slide, was: change.was, now: null });
  const text = writeInline(change.runs).trim();
  return offered(
    { item, kind: 'entry-added', after: entry.at, hash: entry.hash, text: entry.at === 'summary' ? `- ${text}` : text },
    { slide, was: null, now: said },
  );
}

/** No-break spaces that layout puts into numbers are none of the line's, unless it has some itself. */
function spacedAs(runs: readonly TextRun[], line: string): TextRun[] {
  if (/[\u00A0\u202F]/.test(line)) return [...runs];
  return runs.map((run) => ({ ...run, text: run.text.replace(/[\u00A0\u202F]/g, ' ') }));
}

/** Whether the briefing has words of its own for a line. */
function isWorded(overrides: Overrides | null, { at, hash, position }: LinePlace): boolean {
  if (overrides === null) return false;
  const { headline, summary, points, lines = [] } = overrides;
  if (at === 'headline') return headline !== null;
  if (at === 'summary') return summary !== null;
  return lines.some((line) => line.at === at) || points.some((point) => point.position === position && point.hash === hash);
}
