import { problem, type Code, type Place, type Problem } from '../base/errors.ts';
import type { Evidence } from './evidence.ts';
import { sentencesOf } from '../base/sentences.ts';
import { tokensOf } from './tokens.ts';
import type { Unsupported } from './types.ts';

const CODES: Readonly<Record<Unsupported['kind'], Code>> = {
  number: 'claims/number-unsupported',
  date: 'claims/date-unsupported',
  name: 'claims/name-unsupported',
  quotation: 'claims/quotation-altered',
  event: 'claims/event-unsupported',
};

const WHAT: Readonly<Record<Unsupported['kind'], string>> = {
  number: 'a number does not stand in what the line refers to',
  date: 'a date does not stand in what the line refers to',
  name: 'a name does not stand in what the line refers to',
  quotation: 'quoted words do not stand so in what the line refers to',
  event: 'what the line tells has no word in what it refers to',
};

/** Of a name that stands there, of somebody else. */
const OF_OTHER = {
  what: 'what the line refers to tells this of somebody else',
  hint: 'Compare the two, and mend the name, or name whom the paragraph names.',
} as const;

const HINTS: Readonly<Record<Unsupported['kind'], string>> = {
  number:
    'Compare the two, and mend the number or the reference. A rounded number says “about” or “more than”; one that you worked out yourself stands in a line without a reference.',
  date: 'Compare the two, and mend the date or the reference.',
  name: 'Compare the two, and mend the name or the reference.',
  event: 'Compare the two, and mend the line or the reference.',
  quotation: 'Compare the two, and quote word for word; what you leave out is …, what you put in stands in [ ].',
};

/** Each text is shown so long. */
const LONGEST = 200;
/** A text around what matters in it, cut at words, with … where it was cut. */
export function around(text: string, start: number, end: number): string {
  const plain = text.replaceAll('\n', ' ');
  if (plain.length <= LONGEST) return plain;
  const room = Math.max(0, LONGEST - (end - start));
  const from = Math.max(0, Math.min(start - Math.floor(room / 2), plain.length - LONGEST));
  const to = Math.min(plain.length, from + LONGEST);
  const head = from === 0 ? 0 : from + Math.max(0, plain.slice(from, start).indexOf(' ') + 1);
  const lastSpace = plain.slice(end, to).lastIndexOf(' ');
  const tail = to === plain.length || lastSpace === -1 ? to : end + lastSpace;
  return `${head > 0 ? '… ' : ''}${plain.slice(head, tail)}${tail < plain.length ? ' …' : ''}`;
}

/** The sentence of the named paragraphs that has most words of the line. */
function nearest(text: string, refs: readonly number[], evidence: Evidence): { readonly ref: number; readonly text: string } | null {
  const words = evidence.line(text).words().all;
  let best: { ref: number; text: string; shared: number } | null = null;
  for (const ref of refs) {
    const paragraph = evidence.paragraph(ref);
    if (!paragraph) continue;
    for (const sentence of sentencesOf(paragraph.text)) {
      let shared = 0;
      for (const word of new Set(tokensOf(sentence).map(({ lower }) => lower))) if (words.has(word)) shared++;
      if (best === null || shared > best.shared) best = { ref, text: sentence, shared };
    }
  }
  return best;
}

/** A finding as a warning, with both texts. `elsewhere`: the paragraph that has it, if the line does not name that one. */
export function toProblem(found: Unsupported, place: Place, evidence: Evidence, elsewhere: number | null): Problem {
  const { kind, statement, start, end, ofOther = false } = found;
  const { text, refs } = statement;
  const piece = text.slice(start, end);
  const named = refs.map((ref) => `¶${ref}`).join(', ');
  const source = nearest(text, refs, evidence);
  const whole = piece.length === text.length ? '' : ` in “${around(text, start, end)}”`;
  return problem(CODES[kind], {
    message: `${ofOther ? OF_OTHER.what : WHAT[kind]} (${named})`,
    place,
    received: `“${around(piece, 0, Math.min(piece.length, LONGEST))}”${whole}`,
    ...(source === null ? {} : { allowed: `¶${source.ref}: “${around(source.text, 0, 0)}”` }),
    hint: ofOther
      ? OF_OTHER.hint
      : elsewhere === null
        ? HINTS[kind]
        : `It stands in ¶${elsewhere}: add that to the reference if the line means it. ${HINTS[kind]}`,
  });
}
