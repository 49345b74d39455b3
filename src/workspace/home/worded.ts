import { parseInline, writeInline } from '../../core/article/index.ts';
import type { Problem } from '../../core/base/errors.ts';
import { isRef, plainText, type TextRun } from '../../core/base/text.ts';
import { placesIn, type BriefingEdit, type LinePlace } from '../../core/briefing/index.ts';
import type { Overrides } from '../../core/briefing/types.ts';
import { factsDiffer, wordsDiffer } from '../../core/pipeline/facts.ts';
import { linesOn } from './origin.ts';
import { flat, isOwn, piecesOf, sameField, sliced } from './pieces.ts';
import { withoutTemplate } from './template-words.ts';
import { IN_DECK, offered, stays, type Context, type Offer, type TopicLine, type Wording } from './types.ts';

const REFERENCES = /(?:\s*\[¶[^\]]*\])+\s*$/;
const LOOKS = ['bold', 'italic', 'strike', 'script'] as const;

const isMarkdown = ({ form, at }: LinePlace): boolean => form === 'runs' || at === 'headline';

/** A line's words with their looks, without its references. */
function wordsOf(line: LinePlace): TextRun[] {
  if (!isMarkdown(line)) return [{ text: line.shown }];
  const runs = parseInline(line.shown, { file: '', line: 1 }).value ?? [{ text: line.shown }];
  return runs.filter((run): run is TextRun => !isRef(run));
}

/** What a line says, as it is compared. */
export function plainLine(line: LinePlace | null): string | null {
  return line && flat(plainText(wordsOf(line))).trim();
}

/** Words as the line would have them: without no-break spaces that layout puts into numbers, and looks that the template gives the whole line. */
function asWritten({ line, changed }: Wording, { template }: Context): TextRun[] {
  const [own, shown] = [wordsOf(line), changed.piece.runs];
  const given = LOOKS.filter((look) => shown.length > 0 && shown.every((run) => run[look]) && !own.every((run) => run[look]));
  const isSpaced = /[\u00A0\u202F]/.test(line.shown);
  return withoutTemplate(changed.runs, template).map((run) => {
    const text = isSpaced ? run.text : run.text.replace(/[\u00A0\u202F]/g, ' ');
    return { ...(Object.fromEntries(Object.entries(run).filter(([key]) => !given.some((look) => look === key))) as TextRun), text };
  });
}

/** The line with new words in the places of its parts; null where one of them does not stand in it once. */
function spliced(line: LinePlace, parts: readonly Wording[], context: Context): TextRun[] | null {
  const own = wordsOf(line);
  const text = own
    .map((run) => run.text)
    .join('')
    .replace(/[\u00A0\u202F]/g, ' ');
  const places = parts.map((part) => {
    const words = part.changed.piece.text.trim();
    const from = text.indexOf(words);
    return { part, from, to: from + words.length, isOne: words !== '' && from !== -1 && from === text.lastIndexOf(words) };
  });
  places.sort((a, b) => a.from - b.from);
  if (places.some(({ isOne, from }, i) => !isOne || from < (places[i - 1]?.to ?? 0))) return null;
  let at = 0;
  const made = places.flatMap(({ part, from, to }) => {
    const before = sliced(own, at, from);
    at = to;
    return [...before, ...asWritten(part, context)];
  });
  return [...made, ...sliced(own, at, text.length)];
}

/** Whether nothing else on the slide says a part of the line: it is shown otherwise than it is written, as a date is. */
function isAlone({ at, changed }: Wording, { scene }: Context): boolean {
  const { origin } = changed.piece;
  const said = linesOn(scene, at.slide).flatMap((runs) => piecesOf(runs, () => null) ?? []);
  return new Set(said.filter((piece) => isOwn(piece) && sameField(piece.origin, origin)).map(({ text }) => text)).size <= 1;
}

/** What a hand made of one line of a topic: its words where it changed these whole, or the line with those in it that it changed. */
export function wordingOffers(wordings: readonly Wording[], context: Context): (Offer | Problem)[] {
  const [first] = wordings;
  if (!first) return [];
  const full = plainLine(first.line) ?? '';
  const isWhole = ({ changed }: Wording): boolean => flat(changed.piece.text).trim() === full;
  const parts = wordings.filter((one) => !isWhole(one));
  const made = wordings.filter(isWhole).map((one) => rewording(one, full, asWritten(one, context)));
  const [part, ...more] = parts;
  if (!part) return made;
  const runs = spliced(first.line, parts, context);
  if (runs) return [...made, rewording(part, full, runs)];
  if (more.length === 0 && isAlone(part, context))
    return [...made, rewording(part, part.changed.piece.text.trim(), asWritten(part, context))];
  const said = plainText(part.changed.runs);
  return [
    ...made,
    stays(context, part.slide, 'a part of a line was changed by hand, and the line shows it more than once or otherwise', said, IN_DECK),
  ];
}

function rewording({ slide, found, line, changed }: Wording, was: string, runs: readonly TextRun[]): Offer {
  const { topic, overrides, item } = found;
  const now = plainText(runs).replace(/ {2,}/g, ' ');
  const references = REFERENCES.exec(line.shown)?.[0] ?? '';
  const isSourced = references !== '' || line.isSourced;
  const isOther = factsDiffer(was, now) || (line.isFact && was !== flat(now));
  // Whether other words still say what the source says nobody but a reader can tell.
  const question = isOther || (isSourced && wordsDiffer(was, now));
  const words = writeInline(runs).replace(/ {2,}/g, ' ').trim();
  const text = isMarkdown(line) ? `${words}${isOther ? '' : references.trimEnd()}` : now;
  const { at, hash, position } = line;
  const edit: BriefingEdit = {
    item,
    kind: 'line',
    at,
    hash,
    text,
    ...(position !== undefined && { position }),
    ...(isOther && isSourced && { sourced: false }),
  };
  const { origin } = changed.piece;
  // Where the briefing has worded the line, the article's is another.
  const own = placesIn(topic).lines.find((one) => one.at === at && one.hash === hash);
  const sent = isMarkdown(line) ? `${words}${references.trimEnd()}` : now;
  const article =
    origin.article === null || origin.topic === null || own?.text !== line.text || isWorded(overrides, line)
      ? null
      : { id: origin.article, topic: origin.topic, at, hash, text: sent };
  return offered(edit, { slide, was, now, question, article });
}

/** Whether the briefing has words of its own for a line. */
export function isWorded(overrides: Overrides | null, { at, hash, position }: TopicLine['line']): boolean {
  if (overrides === null) return false;
  const { headline, summary, points, lines = [] } = overrides;
  if (at === 'headline') return headline !== null;
  if (at === 'summary') return summary !== null;
  return lines.some((line) => line.at === at) || points.some((point) => point.position === position && point.hash === hash);
}
