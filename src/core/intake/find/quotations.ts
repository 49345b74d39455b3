import { HAN_AND_KANA } from '../../base/unicode.ts';
import { hasWordCharacter } from '../words/letters.ts';
import type { QuotationItem } from '../types.ts';
import type { Actor } from './actors.ts';
import { isTorn, sentenceAt, spanOf, type BodyBlock } from './body.ts';
import { quotedSpans, type QuotedSpan } from '../words/quotation-marks.ts';
import { sayingsOf } from '../words/saying.ts';
import { attribute, namedIn, voicesAmong, type Named, type Speaker, type Voice } from './speakers.ts';

export type Quotation = Omit<QuotationItem, 'id' | 'state'>;

export interface QuotationOptions {
  readonly language: string;
  readonly actors: readonly Actor[];
}

/** Fewer words than this are somebody's word inside a sentence, unless they are a sentence of their own. */
const FEWEST_WORDS = 4;
const NEARBY = 3;
/** How sure a piece of a sentence in quotation marks is that nobody is known to have said. */
const UNSAID = 0.45;

interface Piece {
  readonly block: BodyBlock;
  readonly span: QuotedSpan;
  readonly text: string;
}

/** Quoted words with their speakers, in the languages of `words/saying.ts`. A word or two is proposed as its whole sentence. */
export function findQuotations(body: readonly BodyBlock[], { language, actors }: QuotationOptions): Quotation[] {
  const voices = voicesAmong(
    actors,
    body.map(({ text }) => text),
  );
  const dense = language.startsWith('zh');
  const found: Quotation[] = [];
  let above: Voice | null = null;
  let open: Quotation | null = null;
  for (const block of body) {
    const spans = quotedSpans(block.text);
    const goesOn = open !== null && spans[0]?.start !== undefined && block.text.slice(0, spans[0].start).trim().length === 1;
    let previous: Speaker | null = null;
    const isQuoted = ({ start }: Named): boolean => spans.some((span) => span.start <= start && start < span.end);
    const everybody = namedIn(block.text, voices, { dense });
    const named = everybody.filter((one) => !isQuoted(one));
    for (const [index, span] of spans.entries()) {
      const piece: Piece = { block, span, text: block.text.slice(span.start, span.end) };
      if (index === 0 && open !== null && goesOn) {
        const joined = joinParagraphs(open, piece);
        found[found.length - 1] = joined;
        open = span.closed ? null : joined;
        continue;
      }
      const speaker = speakerOf(piece, { spans, index, voices, named, above, previous, language });
      const before = found.at(-1);
      const continued = before && index > 0 && continues(block, spans[index - 1], span) && before.form === 'quotation';
      if (continued) {
        found[found.length - 1] = joinHalves(before, piece, speaker);
        continue;
      }
      const quotation = makeQuotation(piece, speaker, nearby(everybody, span), language);
      if (quotation) found.push(quotation);
      if (quotation?.form === 'quotation') previous = speaker ?? previous;
      open = quotation && !span.closed ? quotation : null;
    }
    if (spans.length === 0) open = null;
    above = named.findLast(({ voice }) => voice.isPerson)?.voice ?? above;
  }
  return found;
}

function makeQuotation(
  { block, span, text }: Piece,
  speaker: Speaker | null,
  others: readonly string[],
  language: string,
): Quotation | null {
  const words = countWords(text);
  // With a comma inside or right behind its marks and a speaker, a few words are an utterance: “Water is patient,” says …
  const isUttered = speaker !== null && /^[,“”"’»]{2}/.test(block.text.slice(span.end));
  const isSentence = /^\p{Lu}/u.test(text) && (/[.!?…]$/.test(text) || isUttered);
  const form = words >= FEWEST_WORDS || (isSentence && words >= 2) ? 'quotation' : 'sentence';
  if (form === 'sentence' && speaker === null) return null;
  if (form === 'quotation' && isName(text) && speaker === null) return null;
  const index = sentenceAt(block.sentences, span.start);
  if (form === 'sentence' && isTorn(block, index)) return null;
  const sentence = block.sentences[index];
  const at = form === 'quotation' || !sentence ? span : sentence;
  return {
    kind: 'quotation',
    form,
    text: form === 'quotation' ? withoutAside(text, language) : block.text.slice(at.start, at.end),
    speaker: speaker?.name ?? null,
    role: speaker?.role ?? null,
    date: null,
    speakerConfidence: speaker?.confidence ?? 0,
    speakerAlternatives: others.filter((name) => name !== speaker?.name),
    saved: null,
    // A piece of a sentence without its speaker says nothing on a slide.
    confidence:
      form === 'sentence' ? 0.55 : speaker === null && !isSentence ? UNSAID : Math.min(0.95, 0.7 + words * 0.01 + (speaker ? 0.12 : 0)),
    origin: 'quotation-marks',
    spans: [spanOf(block, at.start, at.end)],
  };
}

/** Who says it, between dashes inside the marks, as Russian and Ukrainian write it (`«Это мало, — признаёт она, — но …»`); null where nobody is. */
function asideIn(text: string, language: string): { readonly words: string; readonly start: number; readonly end: number } | null {
  if (!/^(?:ru|uk)/.test(language)) return null;
  const verb = sayingsOf(language)?.verb();
  for (const match of text.matchAll(/[,.!?…]?\s[—–]\s([^—–]{3,80}?)([,.]?)\s[—–]\s/gu)) {
    const words = match[1] ?? '';
    if (verb !== undefined && words.search(verb) !== -1) return { words, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** The quoted words alone, without who says it between dashes. */
function withoutAside(text: string, language: string): string {
  const aside = asideIn(text, language);
  if (aside === null) return text;
  const rest = text.slice(aside.end);
  const mark = /^[,.!?…]/u.exec(text.slice(aside.start, aside.end))?.[0] ?? '';
  // A full stop behind who says it ended what was said before.
  return `${text.slice(0, aside.start)}${mark === ',' && /^\p{Lu}/u.test(rest) ? '.' : mark} ${rest}`;
}

/** Every longer word has a capital: a title or a name, not speech. */
function isName(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word.length > 3);
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word)) && !/[.!?]$/.test(text) && text.split(/\s+/).length <= 8;
}

const DENSE = new RegExp(`[${HAN_AND_KANA}]`, 'gu');

function countWords(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0;
  return text.split(/\s+/).filter(hasWordCharacter).length + Math.floor(dense / 3);
}

interface SpeakerContext {
  readonly spans: readonly QuotedSpan[];
  readonly index: number;
  readonly voices: readonly Voice[];
  /** Who is named in the paragraph, outside quotation marks. */
  readonly named: readonly Named[];
  /** Who was named last in the paragraphs above. */
  readonly above: Voice | null;
  /** Who spoke just before in the same paragraph. */
  readonly previous: Speaker | null;
  readonly language: string;
}

function speakerOf({ block, span }: Piece, { spans, index, voices, named, above, previous, language }: SpeakerContext): Speaker | null {
  const from = (spans[index - 1]?.end ?? -1) + 1;
  const before = block.text.slice(from, Math.max(from, span.start - 1));
  const after = block.text.slice(span.end, (spans[index + 1]?.start ?? block.text.length + 1) - 1);
  const sentence = block.sentences[sentenceAt(block.sentences, Math.max(0, span.start - 1))];
  const sentenceStart = Math.max(0, Math.min(before.length, (sentence?.start ?? 0) - from));
  const inside = asideIn(block.text.slice(span.start, span.end), language);
  const own = attribute(voices, {
    before,
    after: inside === null ? after : `, ${inside.words}`,
    sentenceStart,
    told: toldBefore(named, span.start, above),
    isTold: named.some(({ end }) => end <= span.start),
    language,
  });
  if (own) return own;
  // Nothing but an attribution between two quotations: the same voice goes on.
  if (previous && before.length < 160) return { ...previous, confidence: previous.confidence * 0.9 };
  // A quotation that is sentences of its own: the person this paragraph is about.
  const subject = named.findLast(({ end, voice }) => voice.isPerson && end <= span.start)?.voice;
  const stands = before.slice(sentenceStart).replace(/[\s“"‘]/g, '') === '';
  return subject && stands && index === 0 ? { name: subject.name, role: subject.role, confidence: 0.55 } : null;
}

/** Who is named before an offset: in its own paragraph the nearest first, else who was named last above. */
function toldBefore(named: readonly Named[], offset: number, above: Voice | null): Voice[] {
  const own = named.filter(({ end }) => end <= offset).map(({ voice }) => voice);
  return own.length > 0 ? [...new Set(own.reverse())] : above === null ? [] : [above];
}

/** `“X,” said Y, “z”`: the sentence goes on behind the attribution. */
function continues(block: BodyBlock, before: QuotedSpan | undefined, span: QuotedSpan): boolean {
  if (!before) return false;
  const between = block.text.slice(before.end, span.start);
  return /^,/.test(between) && /,\s*[“"‘«]$/.test(between) && between.length < 120 && /^\p{Ll}/u.test(block.text.slice(span.start));
}

function joinHalves(first: Quotation, { block, span, text }: Piece, speaker: Speaker | null): Quotation {
  const better = first.speaker === null ? speaker : null;
  return {
    ...first,
    text: `${first.text}, ${text}`,
    spans: [...first.spans, spanOf(block, span.start, span.end)],
    ...(better ? { speaker: better.name, role: better.role, speakerConfidence: better.confidence } : {}),
  };
}

function joinParagraphs(first: Quotation, { block, span, text }: Piece): Quotation {
  return { ...first, text: `${first.text}\n${text}`, spans: [...first.spans, spanOf(block, span.start, span.end)] };
}

function nearby(named: readonly Named[], span: QuotedSpan): string[] {
  const sorted = [...named].sort((a, b) => Math.abs(a.start - span.start) - Math.abs(b.start - span.start));
  return [...new Set(sorted.map(({ voice }) => voice.name))].slice(0, NEARBY);
}
