import { findDates, type FindOptions } from '../dates/find.ts';
import { isoOf, type DateMention } from '../dates/mention.ts';
import { ready } from '../words/ready.ts';
import { OTHER_DAY, UPDATED } from '../words/updated.ts';
import { isPenName, isPersonName, readNames } from '../words/names.ts';

/** What a line above an article says: who, when, where published. */
export interface HeadLine {
  readonly authors: readonly string[];
  /** The line says so itself (`By …`), and does not only consist of names. */
  readonly explicit: boolean;
  readonly date: string | null;
  /** The date where it is that of publication, and not of an update. */
  readonly published: string | null;
  readonly publisher: string | null;
}

/** Words before an author's name, by language. */
const BY = ready(
  /^(?:(?:a |an |the )?[a-z\u00C0-\u024F -]{0,30})?\b(?:(?:words|text|story|posted|written|reported|compiled|edited|report|interview|essay|history|review|account|analysis|note|notes)?\s*by)(?::|\s|$)\s*|^(?:interview|text|words|story|texte|texto)\s*:\s*|^(?:von|par|por|di|de|door|av|af|tekst|texte?|texto|testo|autore?|autorka|auteure?|autora|author|verfasst von|geschrieben von|автор(?:ка)?|текст|yazan|haber|بقلم|كتبه?|文|作者|撰文|記者|글|מאת)(?:\s*[:：]|(?=\s)|(?<=文|作者|記者)(?=\S))\s*/iu,
);
/** Words before a date. */
const ON = ready(
  /^[\s(]*(?:first |last |originally |zuletzt )?(?:published|posted|updated|modified|revised|issued|printed|released|decided|delivered|dated|filed|signed|adopted|date|aktualisiert|mis à jour|actualizado|aggiornato|atualizado|обновлено|оновлено|publié|veröffentlicht|publicado|pubblicato|publicatie|opublikowano|опубликовано|نشر(?: في)?|yayın(?:lanma)?(?: tarihi)?|stand|le|am|el|il|on)\b[\s:]*(?:on\b|le\b|am\b|el\b|il\b|:|في)?\s*/iu,
);
const READING = /^(?:\d+|[a-z]+)[ -]?(?:min(?:ute)?s?|mins)\.?(?: read)?$/i;
const TIME = /^(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*(?:am|pm|a\.m\.|p\.m\.|gmt|cet|est|et|utc|uhr|h))*$/i;
const WEEKDAY =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?$|^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/i;
const LONGEST = 160;

/**
 * Reads a line that consists of nothing but names, a date, a publisher and the small words around them
 * (`By Ana Ruiz and Omar Haddad in Aren | 3 May 2024`); null for any other line.
 */
export function readHeadLine(text: string, options: FindOptions): HeadLine | null {
  if (text.length > LONGEST) return null;
  const bare = text
    .replace(/^\((.*)\)$/, '$1')
    // `AuthorHanne Moll`: of two elements without a space.
    .replace(/^([Aa]uthor|[Aa]utor(?:in)?|[Bb]y|[Vv]on)(?=[A-ZÄÖÜÉ][a-zäöüé])/, '$1 ')
    // `Field report, 22 August 2024`: what kind of text it is.
    .replace(/^\p{Lu}\p{Ll}+(?: \p{Ll}+){1,2}, (?=\d{1,2}\.? \p{L}+ \d{4}$|\p{Lu}\p{Ll}+ \d{1,2}, \d{4}$)/u, '')
    .trim();
  let from = 0;
  const dates = findDates(bare, options).flatMap((mention) => {
    const { when } = mention;
    if (when.kind !== 'calendar' || when.year === null) return [];
    const isUpdate = UPDATED().test(bare.slice(from, mention.start)) || OTHER_DAY().test(bare);
    from = mention.end;
    return [{ mention, isUpdate, iso: isoOf({ year: when.year, month: when.month, day: when.day }) }];
  });
  const full = dates.find(({ iso, isUpdate }) => iso.length > 4 && !isUpdate) ?? dates.find(({ iso }) => iso.length > 4) ?? dates[0];
  const rest = withoutDates(
    bare,
    full === undefined || full.iso.length === 4 ? dates.slice(0, 1) : dates.filter(({ iso }) => iso.length > 4),
  );
  const parts = rest
    .split(/\s*(?:\||·|•|\u2014|\s[-–]\s|\t)\s*/)
    .map((part) => part.replace(/^[\s,;.]+|[\s,;(]+$/g, ''))
    .filter((part) => part !== '' && part !== ')');
  const read = parts.map((part, index) => readPart(part, index > 0 && full !== undefined));
  if (read.some((part) => part === null) || (parts.length === 0 && !full)) return null;
  // A year alone is no date line, and a date alone in a long line of words is not either.
  if (full && full.iso.length === 4 && !read.some((part) => part && part.authors.length > 0)) return null;
  const authors = read.flatMap((part) => part?.authors ?? []);
  const publisher = read.map((part) => part?.publisher).find((name) => name != null) ?? null;
  if (authors.length === 0 && publisher === null && !full) return null;
  return {
    authors,
    explicit: read.some((part) => part?.explicit === true),
    date: full?.iso ?? null,
    published: full === undefined || full.isUpdate ? null : full.iso,
    publisher: full || authors.length > 0 ? publisher : null,
  };
}

function withoutDates(line: string, dates: readonly { readonly mention: DateMention }[]): string {
  return [...dates].reverse().reduce((rest, { mention }) => {
    const after = rest.slice(mention.end).replace(/^\s*(?:г\.|р\.|года|року)/u, '');
    return `${rest.slice(0, mention.start)} | ${after}`;
  }, line);
}

interface Part {
  readonly authors: readonly string[];
  readonly explicit: boolean;
  readonly publisher: string | null;
}

const NOTHING: Part = { authors: [], explicit: false, publisher: null };

function readPart(part: string, afterDate: boolean): Part | null {
  const shorn = part.replace(ON(), '').trim();
  if (shorn === '' || /^(?:by|von|par|por|di)$/i.test(shorn) || READING.test(shorn) || TIME.test(shorn) || WEEKDAY.test(shorn))
    return NOTHING;
  const prefix = BY().exec(shorn);
  if (prefix && prefix[0].trim() !== '') {
    const named = shorn.slice(prefix[0].length);
    const authors = namesAtStart(named);
    if (authors) return { authors, explicit: true, publisher: null };
    // `By Hannelore`: one name alone, where the line says so.
    if (/^(?:by|von|par|por)\s/i.test(shorn) && /^\p{Lu}\p{Ll}[\p{L}’-]{1,18}$/u.test(named) && isPenName(named) && !WEEKDAY.test(named))
      return { authors: [named], explicit: true, publisher: null };
    return afterDate && isTitleCase(named) ? { authors: [], explicit: false, publisher: named } : null;
  }
  const authors = namesAtStart(shorn);
  if (authors) return { authors, explicit: false, publisher: null };
  return isTitleCase(shorn) ? { authors: [], explicit: false, publisher: shorn } : null;
}

/** Names, and after them nothing but a role, a place or an employer: `Ruth Amsel, political correspondent`. */
function namesAtStart(text: string): readonly string[] | null {
  const whole = readNames(text);
  if (whole) return whole;
  const cut = /^(.*?)(?:,\s+\p{Ll}[^.]*|\s+(?:in|for|at|of|aus|in|à|en|für)\s+\p{Lu}[^.]*|\s*\([^)]*\)|\s+@\S+)$/u.exec(text);
  return cut?.[1] ? readNames(cut[1]) : null;
}

/** A name of two to six words: `Fjordlandet Weekly`. */
function isTitleCase(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length <= 6 &&
    words.every((word, index) => /^\p{Lu}/u.test(word) || (index > 0 && /^(?:of|the|for|and|de|des|du|der|la|le|&|’s)$/i.test(word))) &&
    (words.length > 1 || !isPersonName(text))
  );
}
