import { quotedSpans } from '../words/quotation-marks.ts';
import { findNumbers } from '../find/numbers.ts';
import { foldedWords } from '../words/fold.ts';
import { ready } from '../words/ready.ts';
import { stopwordsOf } from '../../language/index.ts';
import { SAYING } from '../words/roles.ts';
import { isVerb } from '../words/verbs.ts';
import { findHedges } from './hedges.ts';

/** Openings that lead over from the sentence before, English. */
const CONNECTIVE =
  /^(?:(?:but|and|so|yet|or)\s+)?(?:(?:moreover|furthermore|however|indeed|additionally|meanwhile|nevertheless|nonetheless|therefore|consequently|thus|hence|besides|likewise|similarly|also|still|then|again|finally|of course|in fact|in addition(?!\s+to\b)|in turn|in short|for example|for instance|for now|for its part|more recently|by contrast|on the other hand|at the same time|as a result|after all|to be sure|along with this(?: issue)?)\b,?\s+(?!that\b))|^(?:but|and|so|yet)\s+(?=[a-z\u00C0-\u024F])/i;
/** Words with which a part begins that the sentence stands without. */
const DROPPABLE =
  /^(?:which|who|whom|whose|where|when|although|though|while|whereas|as|because|since|after|before|including|such as|with|without|despite|unlike|like|mostly|mainly|especially|particularly|in particular|among|along|together|too|far from|rather than|not only|thereby|thus)(?![a-z\u00C0-\u024F])|^(?:[a-z\u00C0-\u024F]+ly\s+[a-z\u00C0-\u024F]+ing|[a-z\u00C0-\u024F]+ing|(?:an?|the|its|his|her|their)\s)/i;
const AUXILIARY =
  /\b(?:has|have|had|is|are|was|were|will|would|shall|should|can|could|may|might|must|does|do|did|says?|said|remains?|appears?|appeared|seems?|seemed)\b/i;
const LONE_AUXILIARY = new RegExp(`^(?:${AUXILIARY.source})$`, 'i');
/** Between two clauses of which one may go; what stands behind `but` may not, for it is said against the first. */
const COORDINATION = /,?\s+and\s+/giu;
const SECOND = /,?\s+(?:but|and|while|yet|whereas)\s+/giu;
/** With these a clause cannot begin. */
const NO_START = /^(?:that|where|which|who|whose|whom|is|are|was|were|has|have|had|be|and|or|to|of|by|than)\b/i;
/** Parts at a sentence's beginning that are not its subject. */
const ADVERBIAL =
  /^(?:in|on|at|by|for|from|with|within|under|over|during|among|amid|across|behind|beyond|between|through|throughout|until|to|as|of|although|though|while|since|when|after|before|despite|[a-z\u00C0-\u024F]+ly|[a-z\u00C0-\u024F]+ing)\b/i;
/** A condition or a concession may only go with care: without `if` a sentence says another thing. */
const DROPPABLE_LEAD = /^(?:although|though|while|since|when|after|before|despite|as)\b/i;
const NAME = ready(/\p{Lu}[\p{L}\p{M}]+(?:[’'-]\p{L}{2,})*/gu);
const NOT_LETTERS = ready(/[^\p{L}]+/u);
const FEWEST_WORDS = 4;

/**
 * The shortest clause of a sentence that keeps its numbers, its actor (the first name in it) and its hedges, English; other
 * languages lose parentheses alone. Words are only left out, never changed: what is offered can be found in the source.
 * The sentence itself where nothing can go.
 */
export function shortestClause(sentence: string, { language = 'en' }: { readonly language?: string } = {}): string {
  // A caption, a place and agency: what begins in brackets is no sentence to shorten.
  if (/^\(|[{}=<>|]|\s,/.test(sentence.trim())) return sentence;
  const plain = withoutParentheses(sentence.replace(/\s+/g, ' ').trim(), language);
  if (plain.split(/\s+/).length < FEWEST_WORDS) return sentence;
  if (!language.startsWith('en')) return plain;
  const required = requiredWords(plain, language).map(padded);
  const quoted = new Set(quotes(plain));
  const keeps = (text: string): boolean => {
    if (!isClause(text)) return false;
    const words = padded(text);
    return required.every((needed) => words.includes(needed)) && quotes(text).every((quotation) => quoted.has(quotation));
  };
  let best = CONNECTIVE.test(plain) ? tidy(plain.replace(CONNECTIVE, '')) : plain;
  for (let pass = 0; pass < 4; pass++) {
    const shorter = candidates(best)
      .map((text) => tidy(text))
      .filter((text) => text.length < best.length && keeps(text))
      .sort((a, b) => a.length - b.length)[0];
    if (shorter === undefined) break;
    best = shorter;
  }
  return best;
}

/** A quotation stays whole or goes whole. */
const quotes = (text: string): string[] => quotedSpans(text).map(({ start, end }) => text.slice(start, end));

/** Without one of these a sentence says another thing, or says it without its condition. */
const NEEDED = ready(
  /\b(?:not|never|no|nor|neither|without|hardly|barely|only|if|unless|when|once|until|except|provided|as long as|cannot|\p{L}+n[’']t)\b/giu,
);

/** Who says so. */
const ATTRIBUTION = ready(
  new RegExp(
    `(?<!^)\\b(?:${SAYING}|according|reports?|reported|finds|suggests?|suggested|estimates?|although|though(?!\\s*\\.))\\b`,
    'giu',
  ),
);

/** Numbers with their bounds, hedges, negations, conditions, who says so, and the first name. */
function requiredWords(sentence: string, language: string): string[] {
  const numbers = findNumbers(sentence, { language }).map(({ value }) => value);
  const hedges = findHedges(sentence, language).map(({ words }) => words);
  const stopwords = stopwordsOf(language);
  const [actor] = [...sentence.replace(CONNECTIVE, '').matchAll(NAME())]
    .map(([name]) => name)
    .filter((name) => !stopwords.has(name.toLowerCase()) && !isLead(name, sentence));
  const bare = quotes(sentence).reduce((rest, quotation) => rest.replace(quotation, ' '), sentence.replace(CONNECTIVE, ''));
  const needed = [...sentence.matchAll(NEEDED()), ...bare.matchAll(ATTRIBUTION())].map(([word]) => word);
  return [...numbers, ...hedges, ...needed, ...(actor ? [actor] : [])];
}

/** The sentence's first word has its capital from its place. A name there is written so elsewhere, or is no common word. */
function isLead(name: string, sentence: string): boolean {
  return (
    sentence.replace(CONNECTIVE, '').trimStart().toLowerCase().startsWith(name.toLowerCase()) &&
    (isVerb(name) || /(?:ly|ing|ed)$/.test(name))
  );
}

/** Folded words between spaces, so that one text is found in another at words alone. */
function padded(text: string): string {
  return ` ${foldedWords(text).join(' ')} `;
}

function isClause(text: string): boolean {
  return text.split(/\s+/).length >= FEWEST_WORDS && hasVerb(text) && !NO_START.test(text) && isBalanced(text);
}

function hasVerb(text: string): boolean {
  return AUXILIARY.test(text) || text.split(NOT_LETTERS()).some((word) => isVerb(word) && !/ing$/.test(word));
}

/** Nothing may be cut inside brackets or a quotation. */
function isBalanced(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return count('(') === count(')') && count('“') === count('”') && count('"') % 2 === 0 && count('«') === count('»');
}

/** Ways to make a sentence one step shorter. */
function candidates(sentence: string): string[] {
  return [sentence.replace(CONNECTIVE, ''), ...withoutParts(sentence), ...sides(sentence), ...secondPredicates(sentence)];
}

function withoutParentheses(sentence: string, language: string): string {
  return sentence
    .replace(/\s*\([^()]*\)/g, (part) => (findNumbers(part, { language }).length > 0 || findHedges(part, language).length > 0 ? part : ''))
    .replace(/,\s*,/g, ',')
    .replace(/\s+([,.;])/g, '$1');
}

/** Parts between commas or dashes that begin with `which`, `including`, an article … left out, one at a time. */
function withoutParts(sentence: string): string[] {
  // Between dashes and semicolons, and behind a colon, commas divide what cannot be told apart.
  if (/\s[–—-]\s|[;:]/.test(sentence)) return [];
  const parts = sentence.split(/(?<=,)\s+/);
  if (parts.length < 2) return [];
  return parts.flatMap((part, index) => {
    const bare = part.replace(/,$/, '');
    const after = parts.slice(index + 1);
    if (index === 0) {
      // Behind a dropped lead the main clause must follow at once.
      const drops =
        ADVERBIAL.test(bare) && (!hasVerb(bare) || DROPPABLE_LEAD.test(bare)) && SUBJECT().test(after[0] ?? '') && hasVerb(after[0] ?? '');
      return drops ? [after.join(' ')] : [];
    }
    const isApposition = /^(?:an?|the|its|his|her|their)\s/i.test(bare);
    if (!DROPPABLE.test(bare) || (isApposition && (hasVerb(bare) || /\p{L}ed(?!\p{L})/u.test(bare)))) return [];
    // `…, actually signing it has proved hard`: the main clause itself.
    const own = bare.split(/\b(?:that|which|who|where)\b/)[0] ?? '';
    const isMain =
      AUXILIARY.test(own) ||
      own
        .split(NOT_LETTERS())
        .slice(1)
        .some((word) => isVerb(word) && word.endsWith('s'));
    if (/^(?:[a-z]+ly\s+)?[a-z]+ing\b/i.test(bare) && !/^(?:including|according)\b/i.test(bare) && isMain) return [];
    // `his choice for treasurer, as his pick for warden`: only a clause.
    if (/^as\b/i.test(bare) && !hasVerb(bare)) return [];
    // A clause with a subject of its own may go on behind its comma.
    if (after.length > 0 && /^(?:although|though|while|whereas|as|because|since|after|before|when|where)\b/i.test(bare)) return [];
    // From the middle goes only what the main clause goes on behind.
    if (after.length > 0 && !startsPredicate(after[0] ?? '')) return [];
    // `Although …, the council, under its mayor, spent`: behind an adverbial lead a noun may be the subject.
    if (isApposition && ADVERBIAL.test(sentence)) return [];
    if (belongs(after[0])) return [];
    // One of a list (`Russia, Turkey, and Iran`) is no apposition.
    if (/^(?:and|or)\b/i.test(after[0] ?? '') && isApposition) return [];
    const lead = parts.slice(0, index).join(' ').replace(/,$/, '');
    const goesOn = startsPredicate(after[0] ?? '') ? ' ' : ', ';
    return [[lead, after.join(' ')].filter(Boolean).join(goesOn)];
  });
}

/** Whether what follows a part is part of it: an apposition, a name, or what only goes on (`who heads the union, a group that …`). */
function belongs(next: string | undefined): boolean {
  if (next === undefined || startsPredicate(next)) return false;
  if (/^(?:and|or|but|to|of|for|by)\b/i.test(next)) return true;
  const isNoun = /^(?:an?|the|its|his|her|their)\s/i.test(next) || NAME().exec(next)?.index === 0;
  return isNoun && !hasVerb(next.split(/\b(?:that|which|who|whose|where)\b/)[0] ?? '');
}

const SUBJECT = ready(/^(?:it|he|she|they|there|this|these|the|an?|its|his|her|their|some|many|\p{Lu}\p{L}+)\b/u);

/** Either side of `but`, `and`, `while`, `;` between two clauses; of two predicates the first with its subject. Never one of two nouns. */
function sides(sentence: string): string[] {
  const cuts = [...sentence.matchAll(COORDINATION), ...sentence.matchAll(/;\s+/g)];
  return cuts.flatMap((cut) => {
    const left = sentence.slice(0, cut.index);
    const right = sentence.slice(cut.index + cut[0].length);
    if (left.split(/\s+/).length < FEWEST_WORDS || !hasVerb(mainClause(left))) return [];
    if (/\s[–—-]\s|:/.test(sentence)) return [];
    // The last of a list: `the saw, the plane, and the lathe`.
    const last = left.slice(left.lastIndexOf(',') + 1);
    if (cut[0].startsWith(',') && left.includes(',') && last.trim().split(/\s+/).length <= 4) return [];
    // A verb of a relative clause is not that of a clause.
    const opening =
      right
        .split(/[,;:]|\b(?:that|which|who|whose|where)\b/)[0]
        ?.split(/\s+/)
        .slice(0, 9)
        .join(' ') ?? '';
    const isApart = /^[,;]/.test(cut[0]);
    const isBound = /\b(?:that|whether)\b/.test(left) || /^(?:it|he|she|they|this|these|its|his|her|their)\b/i.test(right);
    if (isApart && SUBJECT().test(right) && hasVerb(opening)) return isBound ? [left] : [left, right];
    return startsPredicate(right) ? [left] : [];
  });
}

/** A sentence without the adverbial that it begins with, up to its first relative clause. */
function mainClause(text: string): string {
  const main = ADVERBIAL.test(text) ? text.slice(text.indexOf(',') + 1) : text;
  return main.split(/\b(?:which|who|whose|that)\b/)[0] ?? '';
}

function startsPredicate(text: string): boolean {
  const words = text.replace(/^(?:(?:now|also|even|still|then|never|not|[a-z\u00C0-\u024F]+ly)\s+)*/i, '').split(/\s+/);
  const [first = ''] = words;
  return LONE_AUXILIARY.test(first) || (isVerb(first) && /(?:s|ed)$/.test(first));
}

/** `X has done A but now does B`: the subject with what comes second. */
function secondPredicates(sentence: string): string[] {
  const verb = AUXILIARY.exec(sentence);
  if (!verb || verb.index === 0) return [];
  const subject = sentence.slice(0, verb.index).trim();
  if (/,/.test(subject) || subject.split(/\s+/).length > 8) return [];
  return [...sentence.matchAll(SECOND)].flatMap((cut) => {
    if (cut.index < verb.index || /[,:;–—]/.test(sentence.slice(0, cut.index))) return [];
    const right = sentence.slice(cut.index + cut[0].length);
    return startsPredicate(right) ? [`${subject} ${right}`] : [];
  });
}

function tidy(text: string): string {
  const words = text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/^[\s,;–—-]+|[\s,;:–—-]+$/g, '');
  const whole = /[.!?…]["”’]?$/.test(words) ? words : `${words}.`;
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}`;
}
