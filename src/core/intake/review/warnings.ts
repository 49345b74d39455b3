import { findNumbers } from '../find/numbers.ts';
import { findDates } from '../dates/find.ts';
import { stem } from '../topics/terms.ts';
import { foldedWords } from '../words/fold.ts';
import { stopwordsOf } from '../../language/index.ts';
import type { ReviewWarning } from '../types.ts';
import type { HedgeKind } from '../../language/hedges.ts';
import { findHedges, type Hedge } from './hedges.ts';

export interface WarningOptions {
  /** A BCP 47 tag; English where it is left out. */
  readonly language?: string;
  /** Words that a point on a slide may have. */
  readonly longest?: number;
}

/** A point of more words runs over two lines at 20 pt in a text column (visual rule: few words, 45 to 75 characters a line). */
export const LONGEST_POINT = 25;
/** As many words of the source in a row, unmarked, are a quotation. */
const LONGEST_RUN = 10;
const FEWEST_WORDS = 6;

/** Which hedges of a point stand for one of the source. `may` softens an unconfirmed report; `plans to` does not. */
const STANDS_FOR: Readonly<Record<HedgeKind, readonly HedgeKind[]>> = {
  evidence: ['evidence', 'possibility'],
  possibility: ['possibility', 'evidence'],
  intention: ['intention', 'possibility', 'evidence'],
};

const REFERENCE = /\[¶[^\]]*\]/g;
const VAGUE: Readonly<Record<string, RegExp>> = {
  en: /\b(?:recently|lately|currently|nowadays|these days|at present|soon|shortly|yesterday|today|tomorrow|tonight|(?:last|this|next|past|coming) (?:week|month|year|night|summer|winter|spring|autumn|fall|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|in recent (?:days|weeks|months|years)|(?:a few|several|two|three|some|couple of) (?:days|weeks|months|years) ago|(?:past|last) (?:few|couple of|several) (?:days|weeks|months|years))\b/i,
  de: /\b(?:kürzlich|neulich|jüngst|derzeit|zurzeit|gestern|heute|morgen|bald|(?:letzte|vergangene|nächste|diese)[nrs]? (?:Woche|Monat|Jahr)|vor kurzem)\b/i,
  fr: /\b(?:récemment|dernièrement|actuellement|hier|aujourd’hui|demain|bientôt|la semaine (?:dernière|prochaine)|l’(?:an|année) (?:dernière?|prochaine?)|ces derniers (?:jours|mois))/i,
  es: /\b(?:recientemente|últimamente|actualmente|ayer|hoy|mañana|pronto|(?:la semana|el mes|el año) pasad[oa])\b/i,
  it: /\b(?:recentemente|ultimamente|attualmente|ieri|oggi|domani|presto|(?:la settimana|il mese|l.anno) scors[oa])\b/i,
  pt: /\b(?:recentemente|ultimamente|atualmente|ontem|hoje|amanhã|em breve|(?:a semana|o mês|o ano) passad[oa])\b/i,
  ru: /(?<!\p{L})(?:недавно|сейчас|вчера|сегодня|завтра|скоро|на прошлой неделе|в прошлом (?:году|месяце))(?!\p{L})/iu,
};

/** What to look at in a point before it goes on a slide, against the sentence it rests on. References in the point are left out. */
export function reviewWarnings(point: string, sourceSentence: string, options: WarningOptions = {}): ReviewWarning[] {
  const language = options.language ?? 'en';
  const text = point.replace(REFERENCE, '').replace(/\s+/g, ' ').trim();
  return [
    ...hedgeLost(text, sourceSentence, language),
    ...tooLong(text, options.longest ?? LONGEST_POINT),
    ...verbatim(text, sourceSentence),
    ...dateVague(text, language),
    ...numberUnsourced(text, sourceSentence, language),
  ];
}

function hedgeLost(point: string, source: string, language: string): ReviewWarning[] {
  const kept = findHedges(point, language);
  const lost = findHedges(source, language).filter(
    (hedge) => !kept.some((own) => STANDS_FOR[hedge.kind].includes(own.kind)) && concerns(hedge, source, point, language),
  );
  const hedges = [...new Set([...lost.map(({ words }) => words), ...boundsLost(point, source, language)])];
  return hedges.length > 0 ? [{ kind: 'hedge-lost', hedges }] : [];
}

/** `up to 200` that became `200`. */
function boundsLost(point: string, source: string, language: string): string[] {
  const own = findNumbers(point, { language });
  return findNumbers(source, { language }).flatMap((number) => {
    if (number.bound === null || number.bound === 'between') return [];
    const same = own.find(({ amount }) => amount === number.amount);
    const words = number.value.replace(/[\s$€£¥]*[\d.,]+.*$/u, '').trim();
    return same?.bound === null ? [words] : [];
  });
}

const CLAUSE = /[,;:–—]\s+|\s(?=(?:but|while|whereas|although|though|because|so that|and then|aber|mais|pero|ma|но)\s)/giu;
/** A hedge set apart by commas (`, reportedly,`, `, according to X,`) or opening the sentence speaks for all of it. */
const SET_APART = 5;

/** Whether a hedge speaks for what the point says, and not for another clause of its sentence alone. */
function concerns(hedge: Hedge, source: string, point: string, language: string): boolean {
  const cuts = [0, ...[...source.matchAll(CLAUSE)].map((match) => match.index + match[0].length), source.length];
  const index = cuts.findLastIndex((cut) => cut <= hedge.start);
  const start = cuts[index] ?? 0;
  const end = cuts[index + 1] ?? source.length;
  const clause = source.slice(start, end);
  if (cuts.length <= 2 || clause.split(/\s+/).length <= SET_APART || /^according to|^laut|^selon|^según/i.test(hedge.words)) return true;
  const inside = contentWords(clause, language);
  const outside = contentWords(`${source.slice(0, start)} ${source.slice(end)}`, language);
  const own = contentWords(point, language);
  const unique = [...own].filter((word) => inside.has(word) && !outside.has(word)).length;
  const elsewhere = [...own].filter((word) => outside.has(word) && !inside.has(word)).length;
  // The subject often stands in the first clause alone: a point that takes its words from the hedged one is hedged.
  return unique > 0 && unique >= elsewhere * 0.5;
}

function contentWords(text: string, language: string): Set<string> {
  const stopwords = stopwordsOf(language);
  return new Set(
    foldedWords(text)
      .filter((word) => word.length > 2 && !stopwords.has(word))
      .map(stem),
  );
}

function tooLong(point: string, allowed: number): ReviewWarning[] {
  const words = point.split(/\s+/).filter(Boolean).length;
  return words > allowed ? [{ kind: 'too-long', words, allowed }] : [];
}

/** Quoted words may be the source's own; the rest may not, beyond a turn of phrase. */
function verbatim(point: string, source: string): ReviewWarning[] {
  const unquoted = point.replace(/[“„«"][^”“»"]*[”“»"]/gu, ' \u0000 ');
  const original = ` ${foldedWords(source).join(' ')} `;
  for (const part of unquoted.split('\u0000')) {
    const words = foldedWords(part);
    const run = longestRun(words, original);
    if (run.length >= LONGEST_RUN || (run.length >= FEWEST_WORDS && run.length >= words.length * 0.9))
      return [{ kind: 'verbatim', words: run.join(' ') }];
  }
  return [];
}

function longestRun(words: readonly string[], original: string): readonly string[] {
  let best: readonly string[] = [];
  for (let start = 0; start < words.length; start++) {
    let end = start + best.length + 1;
    while (end <= words.length && original.includes(` ${words.slice(start, end).join(' ')} `)) {
      best = words.slice(start, end);
      end++;
    }
  }
  return best;
}

function dateVague(point: string, language: string): ReviewWarning[] {
  const base = language.split('-')[0] ?? 'en';
  const match = VAGUE[base]?.exec(point);
  if (!match) return [];
  const dated = findDates(point, { language }).some(({ when }) => when.kind === 'calendar' && when.year !== null);
  return dated ? [] : [{ kind: 'date-vague', words: match[0] }];
}

function numberUnsourced(point: string, source: string, language: string): ReviewWarning[] {
  const known = new Set(findNumbers(source, { language }).map(({ amount }) => amount));
  const digits = new Set(source.match(/\d+/g) ?? []);
  // A date that a vague word was made of is the user's own finding.
  const dates = findDates(point, { language });
  return findNumbers(point, { language })
    .filter(({ start, end }) => !dates.some((date) => start < date.end && date.start < end))
    .filter(
      ({ amount, value, spelled }) => !spelled && !known.has(amount) && !(value.match(/\d+/g) ?? []).every((part) => digits.has(part)),
    )
    .map(({ value }) => ({ kind: 'number-unsourced', number: value }));
}
