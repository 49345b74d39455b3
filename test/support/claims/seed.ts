import type { ClaimsFixture } from './fixtures.ts';

/** One thing made wrong in an article's text. */
export interface Seed {
  readonly kind: 'number' | 'date' | 'name' | 'quotation' | 'event';
  readonly how: string;
  /** The line of it, from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** The whole text with it. */
  readonly text: string;
}

/** Numbers from a seed, the same each time. [Mulberry32] */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Line {
  readonly number: number;
  readonly start: number;
  readonly text: string;
  readonly refs: readonly number[];
  /** Of a quotation block. */
  readonly quoted: boolean;
  readonly chart: boolean;
}

const REFERENCE = /\[¶[^\]]*\]/g;
const refsIn = (text: string): number[] => [...text.matchAll(REFERENCE)].flatMap(([ref]) => (ref.match(/\d+/g) ?? []).map(Number));

/** The lines that name paragraphs; words of a quotation and values of a chart with what is named below them. */
function linesOf(text: string): Line[] {
  const rows = text.split('\n');
  let start = 0;
  let inFront = true;
  const found: Line[] = [];
  rows.forEach((row, index) => {
    if (index > 0 && row === '---') inFront = false;
    const behind = rows.slice(index);
    const chartEnd = behind.findIndex((other) => other === ':::');
    const chart =
      /^\|.*\d/.test(row) &&
      rows.slice(0, index).findLastIndex((other) => other.startsWith(':::chart')) > rows.slice(0, index).lastIndexOf(':::');
    const quoted = row.startsWith('> ') && !row.startsWith('> —');
    const refs = quoted
      ? refsIn(behind.find((other) => other.startsWith('> —')) ?? '')
      : chart
        ? refsIn(behind.slice(0, chartEnd).join(' '))
        : refsIn(row);
    if (!inFront && refs.length > 0 && !row.startsWith('[¶') && !row.startsWith('#'))
      found.push({ number: index + 1, start, text: row, refs, quoted, chart });
    start += row.length + 1;
  });
  return found;
}

const MONTHS: Readonly<Record<string, string>> = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  ar: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
};
const SPELLED: Readonly<Record<string, string>> = {
  en: 'three four five six seven eight nine eleven twelve fourteen twenty forty',
  de: 'drei vier fünf sechs sieben acht neun elf zwölf vierzehn zwanzig vierzig',
  fr: 'trois quatre cinq six sept huit neuf onze douze quatorze vingt quarante',
  es: 'tres cuatro cinco seis siete ocho nueve once doce catorce veinte cuarenta',
  ru: 'три четыре пять шесть семь восемь девять одиннадцать двенадцать четырнадцать двадцать сорок',
};
const INVENTED: Readonly<Record<string, readonly string[]>> = {
  latin: ['Marek Tolvane', 'Lena Quistorp', 'Dorval', 'Yannick Osterby', 'Vexholm', 'Petra Almsick'],
  ru: ['Тольванов', 'Лидия Кварцева', 'Дорвалин', 'Верхнеключинск'],
};
const SAID: Readonly<Record<string, string>> = {
  en: 'Nobody in this room believes a word of it any more.',
  de: 'Das glaubt hier im Saal inzwischen kein Mensch mehr.',
  fr: 'Plus personne ici n’y croit encore une seule seconde.',
  es: 'Aquí ya nadie se cree ni una sola palabra de eso.',
  ru: 'Здесь в это уже давно никто всерьёз не верит.',
  ar: 'لا أحد هنا يصدق هذا الكلام منذ زمن طويل.',
  zh: '这里早就没有人相信这种话了。',
};
const EVENT: Readonly<Record<string, readonly string[]>> = {
  en: ['The minister resigned the same evening', 'Four people died', 'Two officials were arrested', 'The company went bankrupt'],
  de: ['Der Minister ist noch am Abend zurückgetreten', 'Zwei Beamte wurden verhaftet', 'Der Betrieb ist pleite'],
  fr: ['Le ministre a présenté sa démission le soir même', 'Deux fonctionnaires ont été arrêtés'],
  es: ['El ministro dimitió esa misma noche', 'Hay un funcionario detenido'],
  ru: ['Министр в тот же вечер ушёл в отставку', 'Двое чиновников арестованы'],
};
const NOT: Readonly<Record<string, string>> = { en: 'not', de: 'nicht', fr: 'pas', es: 'no', it: 'non', ru: 'не', ar: 'لا', zh: '不' };

interface Change {
  readonly kind: Seed['kind'];
  readonly how: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

type Pick = <T>(list: readonly T[]) => T | undefined;

function numberChanges({ text }: Line, base: string, pick: Pick): Change[] {
  const changes: Change[] = [];
  const months = new RegExp((MONTHS[base] ?? 'x').split(' ').join('|'), 'i');
  for (const match of text.replace(REFERENCE, (ref) => ' '.repeat(ref.length)).matchAll(/[0-9٠-٩]+(?:[.,\u00a0 ’][0-9٠-٩]+)*/g)) {
    const [before] = match;
    const [left, right] = [
      text.slice(Math.max(0, match.index - 14), match.index),
      text.slice(match.index + before.length, match.index + before.length + 14),
    ];
    const dated =
      months.test(left) ||
      months.test(right) ||
      /^(?:19|20)\d\d$/.test(before) ||
      /^[年月日号-]|^\s?\/\d/.test(right) ||
      /[-\p{L}#]$/u.test(left);
    if (dated || /^\d{4}-\d\d/.test(text.slice(match.index)) || (match.index < 3 && /^\d+\. /.test(text))) continue;
    const digits = [...before.matchAll(/[0-9٠-٩]/g)];
    const spot = pick(digits);
    if (spot !== undefined) {
      const zero = /[٠-٩]/.test(spot[0]) ? 0x660 : 0x30;
      const own = (spot[0].codePointAt(0) ?? zero) - zero;
      const other = pick([1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => digit !== own)) ?? 1;
      const after = before.slice(0, spot.index) + String.fromCodePoint(zero + other) + before.slice(spot.index + 1);
      changes.push({ kind: 'number', how: 'digit', at: match.index, before, after });
    }
    const bare = before.replace(/[., \u00a0’](?=[0-9٠-٩]{3}(?![0-9٠-٩]))/g, '');
    const larger = /[.,]/.test(bare)
      ? bare.replace(/([.,])([0-9])/, '$2$1').replace(/[.,]$/, '')
      : `${bare}${/[٠-٩]/.test(bare) ? '٠' : '0'}`;
    changes.push({ kind: 'number', how: 'magnitude', at: match.index, before, after: larger });
    const percent = /^\s?(?:%|per cent|percent|Prozent|pour cent|por ciento|процент\p{L}*|في المئة)/u.exec(right)?.[0];
    if (percent !== undefined) changes.push({ kind: 'number', how: 'percent', at: match.index, before: before + percent, after: before });
  }
  const words = (SPELLED[base] ?? '').split(' ').filter(Boolean);
  for (const word of words) {
    const at = text.search(new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'u'));
    const after = pick(words.filter((other) => other !== word));
    if (at !== -1 && after !== undefined) changes.push({ kind: 'number', how: 'word', at, before: word, after });
  }
  return changes.filter(({ before, after }) => before !== after);
}

function dateChanges({ text }: Line, base: string, pick: Pick): Change[] {
  const changes: Change[] = [];
  const iso = /(?<![\d-])~?(\d{4})(-\d\d)?(-\d\d)?(?= \||[ ,\]])/.exec(text);
  const plain = text.replace(REFERENCE, (ref) => ' '.repeat(ref.length));
  if (iso && (text.startsWith('| ') || text.startsWith('> —'))) {
    const [before, year = '', month, day] = iso;
    const other = pick([-3, -2, -1, 1, 2, 3]) ?? 1;
    changes.push({ kind: 'date', how: 'year', at: iso.index, before, after: before.replace(year, String(Number(year) + other)) });
    if (month !== undefined) {
      const shifted = ((Number(month.slice(1)) + (pick([1, 2, 4, 5, 7]) ?? 3)) % 12) + 1;
      const fits = day !== undefined && Number(day.slice(1)) > 28 ? '-28' : (day ?? '');
      changes.push({ kind: 'date', how: 'month', at: iso.index, before, after: `${year}-${String(shifted).padStart(2, '0')}${fits}` });
    }
    if (day !== undefined) {
      const shifted = ((Number(day.slice(1)) + (pick([3, 5, 8, 13]) ?? 3)) % 28) + 1;
      changes.push({ kind: 'date', how: 'day', at: iso.index, before, after: `${year}${month ?? ''}-${String(shifted).padStart(2, '0')}` });
    }
  } else {
    for (const match of plain.matchAll(/(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)/g)) {
      const other = pick([-4, -3, -2, -1, 1, 2, 3, 4]) ?? 1;
      changes.push({ kind: 'date', how: 'year', at: match.index, before: match[0], after: String(Number(match[0]) + other) });
    }
    const months = (MONTHS[base] ?? '').split(' ').filter(Boolean);
    for (const month of months) {
      const at = plain.search(new RegExp(`(?<!\\p{L})${month}(?!\\p{L})`, 'u'));
      const after = pick(months.filter((other) => other !== month && !/^(?:May|March)$/.test(other)));
      const day = /(\d{1,2})(?:\.|er)?\s$/.exec(plain.slice(Math.max(0, at - 4), Math.max(0, at)));
      if (at === -1 || after === undefined || (base === 'en' && /^(?:May|March)$/.test(month) && day === null)) continue;
      changes.push({ kind: 'date', how: 'month', at, before: month, after });
      if (day?.[1] !== undefined) {
        const shifted = ((Number(day[1]) + (pick([3, 5, 8, 13]) ?? 3)) % 28) + 1;
        const own = day[0];
        changes.push({ kind: 'date', how: 'day', at: at - own.length, before: own, after: own.replace(day[1], String(shifted)) });
      }
    }
  }
  return changes;
}

const CASELESS = /^(?:ar|zh)/;

function nameChanges({ text, refs, quoted }: Line, { article, source }: ClaimsFixture, base: string, pick: Pick): Change[] {
  if (CASELESS.test(base) || quoted) return [];
  const named = refs.map((ref) => source.paragraphs[ref - 1] ?? '').join(' ');
  const start = (word: string): string => word.toLowerCase().slice(0, 4);
  // Another name of the article that the named paragraphs do not have: one that they do have cannot be told by looking for it.
  const others = article.actors.filter(
    (actor) => !actor.split(/[\s-]+/).some((word) => word.length > 3 && named.toLowerCase().includes(start(word))),
  );
  const changes: Change[] = [];
  for (const actor of article.actors) {
    const last = actor.split(' ').at(-1) ?? actor;
    // Of who spoke, not of what he is.
    const shown = text.startsWith('> —') ? text.replace(/,.*$/, '') : text;
    for (const form of new Set([actor, last])) {
      const at = shown.search(new RegExp(`(?<![\\p{L}-])${form.replace(/[.()]/g, '\\$&')}(?![\\p{L}])`, 'u'));
      if (at === -1 || form.length < 3 || !/^\p{Lu}/u.test(form)) continue;
      const whole = form === actor;
      const swapped = pick(others.filter((other) => other !== actor));
      if (swapped !== undefined)
        changes.push({ kind: 'name', how: 'swapped', at, before: form, after: whole ? swapped : (swapped.split(' ').at(-1) ?? swapped) });
      const invented = pick(INVENTED[base === 'ru' ? 'ru' : 'latin'] ?? []);
      if (invented !== undefined)
        changes.push({ kind: 'name', how: 'invented', at, before: form, after: whole || form === last ? invented : invented });
      break;
    }
  }
  return changes;
}

function quotationChanges({ text, quoted }: Line, { source }: ClaimsFixture, base: string, pick: Pick): Change[] {
  const spans = quoted
    ? [{ at: 2, words: text.slice(2) }]
    : [...text.matchAll(/[“«„]([^”»“]+)[”»“]/g)].map((match) => ({ at: match.index + 1, words: match[1] ?? '' }));
  return spans.flatMap(({ at, words }): Change[] => {
    const changes: Change[] = [];
    const dense = base === 'zh';
    const parts = [...words.matchAll(dense ? /\p{Script=Han}{2}/gu : /\p{L}{4,}/gu)];
    const spot = pick(parts);
    const from =
      source.paragraphs.join(' ').match(dense ? /\p{Script=Han}{2}/gu : /(?<!\p{L})\p{Ll}{4,}(?!\p{L})|[\u0620-\u064a]{4,}/gu) ?? [];
    const other = pick(from.filter((word) => !words.includes(word)));
    if (spot !== undefined && other !== undefined) {
      changes.push({
        kind: 'quotation',
        how: 'word',
        at,
        before: words,
        after: words.slice(0, spot.index) + other + words.slice(spot.index + spot[0].length),
      });
    }
    const gaps = [...words.matchAll(dense ? /(?<=\p{Script=Han})(?=\p{Script=Han})/gu : / /g)];
    const gap = pick(gaps);
    if (gap !== undefined) {
      const no = dense ? (NOT[base] ?? '') : ` ${NOT[base] ?? ''} `;
      changes.push({
        kind: 'quotation',
        how: 'negated',
        at,
        before: words,
        after: words.slice(0, gap.index) + no + words.slice(gap.index + (dense ? 0 : 1)),
      });
    }
    const said = SAID[base];
    if (said !== undefined) changes.push({ kind: 'quotation', how: 'invented', at, before: words, after: said.replace(/[.。]$/, '') });
    return changes;
  });
}

/** A grave event in the place of what a point says. */
function eventChanges({ text }: Line, base: string, pick: Pick): Change[] {
  const point = /^\s*- (.+?)(?: \[¶[^\]]*\])?$/.exec(text);
  const after = pick(EVENT[base] ?? []);
  const before = point?.[1];
  return before === undefined || after === undefined
    ? []
    : [{ kind: 'event', how: 'invented', at: text.indexOf(before), before, after: `${after}.` }];
}

/** Everything that can be made wrong in an article, once each; the same for the same seed. */
export function seedsOf(fixture: ClaimsFixture, seed: number): Seed[] {
  const next = random(seed);
  const pick: Pick = (list) => list[Math.floor(next() * list.length)];
  const base = fixture.article.language.split('-')[0] ?? 'en';
  return linesOf(fixture.text).flatMap((line) => {
    const changes = [
      ...(line.quoted ? [] : numberChanges(line, base, pick)),
      ...(line.quoted || line.chart ? [] : dateChanges(line, base, pick)),
      ...nameChanges(line, fixture, base, pick),
      ...quotationChanges(line, fixture, base, pick),
      ...eventChanges(line, base, pick),
    ];
    return changes.map(({ kind, how, at, before, after }): Seed => {
      const place = line.start + at;
      const text = fixture.text.slice(0, place) + after + fixture.text.slice(place + before.length);
      return { kind, how, line: line.number, before, after, text };
    });
  });
}
