import { stopwordsOf } from '../../language/index.ts';
import { isVerb } from '../words/verbs.ts';

/** Right before four digits: they may be a year. Languages that are not named need no evidence, but for what follows. */
const EVIDENCE: Readonly<Record<string, RegExp>> = {
  de: /(?:^|[^\p{L}])(?:im jahre?|jahre?|jahres|seit|von|vom|bis|nach|vor|um|ab|anfang|ende|mitte|frühjahr|frühling|sommer|herbst|winter|gegen|und|oder|zwischen|anno|in|pfingsten|ostern|weihnachten)\s+$/iu,
  fr: /(?:^|[^\p{L}])(?:en|depuis|dès|avant|après|vers|entre|et|à|jusqu['’]en|jusqu['’]à|fin|début|mi|année|l['’]an|été|hiver|printemps|automne|de|d['’]ici)\s*$/iu,
  es: /(?:^|[^\p{L}])(?:en|de|desde|hasta|del|año|entre|y|a|verano|otoño|invierno|primavera|hacia|antes de|después de)\s+$/iu,
  it: /(?:^|[^\p{L}])(?:nel|del|dal|al|il|anno|entro il|tra il|fra il|estate|autunno|inverno|primavera|e il)\s+$/iu,
  pt: /(?:^|[^\p{L}])(?:em|de|desde|até|ano|entre|e|a)\s+$/iu,
  ar: /(?:^|[^\p{L}])[وف]?(?:عام|سنة|في|منذ|حتى|لعام|بعام|العام|وحتى|و)\s+$/u,
  ru: /(?:^|[^\p{L}])(?:в|с|до|по|к|и|около|после|от|из|на|год|году|года|летом|осенью|зимой|весной)\s+$/iu,
  uk: /(?:^|[^\p{L}])(?:у|в|з|із|від|до|по|та|і|й|близько|після|на|рік|році|року|влітку|восени|взимку|навесні)\s+$/iu,
};
/** Right behind: it is a year, whatever stands before. */
const NAMED = /^\s*(?:г\.|гг\.|год[ауеы]?|р\.|рік|роки?|року|році|yılı|年|년)(?!\p{L})/iu;
/** English: of these a count may follow (`of 1850 members`). */
const COUNTED = /(?:^|[^\p{L}])(?:of|for|from|to|than|about|around|between|and|or)[\s-]+$/iu;
/** A word that is a plural, if it is a noun. */
const PLURAL = /^\s+(?!(?:was|has|is|does|goes|its|his|this|as|us)\b)(?<word>\p{Ll}{2,}s)\b/u;
/** Behind a year as often: `the paper of 2021 lists 31`. */
const VERBS = /^(?:lists|counts|names|shows|puts|sets|marks|rules|calls|plans|limits|aims|ends|needs)$/;

/** Whether four digits that could be a year are one: what stands around them says so. */
export function isYearOf(before: string, after: string, language: string): boolean {
  const base = language.split('-')[0] ?? 'en';
  if (NAMED.test(after)) return true;
  if (/[([]\s*$/.test(before) && /^\s*[)\]–-]/.test(after)) return true;
  if (base === 'en') return !(COUNTED.test(before) && isPlural(after));
  const isCounted = counts(after, base);
  const evidence = EVIDENCE[base];
  if (evidence === undefined) return true;
  if (base === 'zh' || base === 'ja') return false;
  if (base === 'de')
    return evidence.test(before)
      ? !/^\s+\p{Lu}\p{Ll}+(?:e|en|er|n|s)\b/u.test(after) || /(?:jahre?|seit|im)\s+$/iu.test(before)
      : !isCounted;
  return evidence.test(before) && !(isCounted && /(?:^|[^\p{L}])(?:de|et|y|e|a|à|и|і|й|та|на|по|до|و)\s+$/iu.test(before));
}

function isPlural(after: string): boolean {
  const word = PLURAL.exec(after)?.groups?.word;
  return word !== undefined && !isVerb(word) && !VERBS.test(word);
}

/** What follows is a noun that is counted: with a capital in German, elsewhere any word that is none of the small ones. */
function counts(after: string, base: string): boolean {
  const word = /^\s+([\p{L}’'-]+)/u.exec(after)?.[1];
  if (word === undefined) return false;
  // What is counted is a plural: `l’accord de 2011 prévoyait` counts nothing.
  if (/^(?:fr|es|pt)$/.test(base) && !/[sxz]$/i.test(word)) return false;
  return base === 'de' ? /^\p{Lu}/u.test(word) : !stopwordsOf(base).has(word.toLowerCase());
}
