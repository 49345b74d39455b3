import { firstWhere } from '../../base/search.ts';
import { heightsOf, tallest } from '../font/heights.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import type { Run } from '../../base/text.ts';
import { graphemeOffsets } from './breaks.ts';
import { QUIET_SIZE, SUPERSCRIPT_SIZE, type DisplayRun } from './display.ts';
import { numberAround } from './number-spans.ts';
import { shownOf } from './shown.ts';
import { placesInWords } from './words.ts';
import type { DivideWord } from '../hyphenation/types.ts';
import type { Face, Heights } from '../font/types.ts';
import type {
  Extent,
  Atom,
  Atoms,
  DividedBy,
  Kept,
  Cut,
  Measured,
  Part,
  Parts,
  Place,
  Shown,
  Stretch,
  Fonts,
  Cache,
  LayoutWork,
} from './types.ts';

export function newCache(work: LayoutWork = { atoms: 0, lines: 0, rows: 0 }): Cache {
  return {
    texts: new Map(),
    paragraphs: new Map(),
    parts: [],
    ordered: new Map(),
    numbers: new Map(),
    labels: new Map(),
    scaled: new Map(),
    widened: new Map(),
    work,
  };
}

/** The entry of a two-step cache, made where it is missing. */
export function remembered<K extends object, L, V>(cache: Map<K, Map<L, V>>, owner: K, key: L, make: () => V): V {
  let own = cache.get(owner);
  if (!own) cache.set(owner, (own = new Map<L, V>()));
  let value = own.get(key);
  if (value === undefined) own.set(key, (value = make()));
  return value;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly face: Face;
  readonly scale: number;
}

/** What shows that a word goes on on the next line. */
export const HYPHEN = '-';

type FaceStyle = Pick<LevelStyle, 'font' | 'bold' | 'italic' | 'letterSpacing' | 'capitals'>;

export const NOTHING: Extent = { ems: 0, letters: 0 };

export function add(a: Extent, b: Extent): Extent {
  return { ems: a.ems + b.ems, letters: a.letters + b.letters };
}

/** Points. */
export function pointsOf(extent: Extent, style: Pick<LevelStyle, 'size' | 'letterSpacing'>): number {
  return extent.ems * style.size + extent.letters * style.letterSpacing;
}

/** The face of a run in a level: the level's own weight and slope, made bold or italic by the run. A quiet one is plain, in the body's font, whose digits stand on the line. */
export function faceOf(fonts: Fonts, level: FaceStyle, run: Pick<DisplayRun, 'bold' | 'italic'> & { readonly quiet?: boolean }): Face {
  const isQuiet = run.quiet === true;
  const { latin, kind } = fonts.choices[isQuiet ? 'body' : level.font];
  const isBold = run.bold || (level.bold && !isQuiet);
  return fonts.find(latin, isBold ? 700 : 400, level.italic || run.italic ? 'italic' : 'normal', kind);
}

/** A paragraph's text as shown, from the cache where it has it. */
export function shownIn({ cache }: Fonts, runs: readonly Run[]): Shown {
  return measuredOf(cache, runs).shown;
}

function measuredOf(cache: Cache, runs: readonly Run[]): Measured {
  let measured = cache.texts.get(runs);
  if (!measured) cache.texts.set(runs, (measured = { shown: shownOf(runs), faces: [] }));
  return measured;
}

/** The paragraph's atoms in the level's face, from the cache where it has them. */
export function atomsOf(fonts: Fonts, runs: readonly Run[], level: FaceStyle): Atoms {
  const { shown, faces } = measuredOf(fonts.cache, runs);
  const key = faceKey(level);
  let known = faces.find((face) => face.key === key);
  if (!known) {
    known = { key, atoms: new MeasuredText(fonts, shown, level) };
    fonts.cache.work.atoms += known.atoms.atoms.length;
    faces.push(known);
  }
  return known.atoms;
}

/** What of a level decides which atoms a text has. */
export function faceKey(level: FaceStyle): string {
  return `${level.font}${level.bold ? 'b' : ''}${level.italic ? 'i' : ''}${level.letterSpacing === 0 ? '' : 's'}${level.capitals ? 'c' : ''}`;
}

/** A text in one face and its bold and italic. A class, since tables have tens of thousands of them. */
class MeasuredText implements Atoms {
  readonly atoms: readonly Atom[];
  private readonly fonts: Fonts;
  private readonly shown: Shown;
  private readonly level: FaceStyle;
  private readonly spans: readonly Span[];
  private readonly ligatures: boolean;
  private cuts: Map<string, readonly Cut[]> | null = null;
  private divisions: Map<string, Parts> | null = null;
  private divide: DivideWord | null = null;

  constructor(fonts: Fonts, shown: Shown, level: FaceStyle) {
    [this.fonts, this.shown, this.level] = [fonts, shown, level];
    this.ligatures = level.letterSpacing === 0;
    const spans: Span[] = [];
    for (const run of shown.display) {
      const start = spans.at(-1)?.end ?? 0;
      const isLabel = run.refs !== null || run.script !== null;
      spans.push({
        start,
        end: start + run.text.length,
        face: faceOf(fonts, level, run),
        scale: isLabel ? SUPERSCRIPT_SIZE : run.quiet ? QUIET_SIZE : 1,
      });
    }
    this.spans = spans;
    let start = 0;
    this.atoms = shown.breaks().map((place): Atom => {
      const atom = {
        start,
        end: Math.max(start, place.end),
        extent: this.extent(start, place.end),
        gap: this.gapTo(place.end, place.next),
        forced: place.forced,
        heights: this.heights(start, place.end),
      };
      start = place.next;
      return atom;
    });
  }

  get text(): string {
    return this.shown.text;
  }

  measure(stretch: Stretch): Extent {
    return this.extent(stretch.start, stretch.end);
  }

  cut({ start: from, end }: Stretch, keep: Kept): readonly Cut[] {
    const key = `${keep}|${from}|${end}`;
    const known = this.cuts?.get(key);
    if (known) return known;
    const parts: Cut[] = [];
    let start = from;
    for (const offset of [...graphemeOffsets(this.text.slice(from, end)), end - from]) {
      const at = offset + from;
      if (at < end && !this.mayCut(at, keep)) continue;
      parts.push({ start, end: at, extent: this.extent(start, at) });
      start = at;
    }
    (this.cuts ??= new Map<string, readonly Cut[]>()).set(key, parts);
    return parts;
  }

  parts({ start, end }: Stretch, by: DividedBy): Parts {
    const key = `${by}|${start}|${end}`;
    const known = this.divisions?.get(key);
    if (known) return known;
    const places = [...this.placesIn({ start, end }, by), { at: end, hyphen: false }];
    const list = places.map(({ at, hyphen }, i): Part => {
      const from = places[i - 1]?.at ?? start;
      return { start: from, end: at, extent: this.extent(from, at), hyphen: hyphen ? this.hyphenAt(at) : null };
    });
    const parts = { list, widest: new Map<string, Float64Array>() };
    (this.divisions ??= new Map<string, Parts>()).set(key, parts);
    return parts;
  }

  /** The first span that ends behind an offset. */
  private spanAt(offset: number): number {
    const { spans } = this;
    return spans.length < 2 ? 0 : firstWhere(spans.length, (i) => (spans[i]?.end ?? 0) > offset);
  }

  private width(span: Span, part: string): number {
    return span.face.width(this.level.capitals ? part.toUpperCase() : part, this.ligatures) * span.scale;
  }

  private extent(start: number, end: number): Extent {
    let ems = 0;
    let letters = 0;
    for (let i = this.spanAt(start); i < this.spans.length; i++) {
      const span = this.spans[i];
      if (span === undefined || span.start >= end) break;
      if (span.end <= start) continue;
      const part = this.text.slice(Math.max(start, span.start), Math.min(end, span.end));
      ems += this.width(span, part);
      letters += part.length;
    }
    return { ems, letters };
  }

  /** Kerning between the characters before and after an offset. */
  private kerning(at: number): number {
    const span = this.spans[this.spanAt(at)];
    if (!span || span.start >= at || span.end <= at) return 0;
    const [a, b] = [this.text[at - 1] ?? '', this.text[at] ?? ''];
    return this.width(span, a + b) - this.width(span, a) - this.width(span, b);
  }

  private gapTo(end: number, next: number): Extent {
    const { text } = this.shown;
    if (next >= text.length || text.slice(end, next).includes('\n')) return NOTHING;
    if (next === end) return { ems: this.kerning(end), letters: 0 };
    const spaces = this.extent(end, next);
    return { ems: spaces.ems + this.kerning(end) + this.kerning(next), letters: spaces.letters };
  }

  /** A label is smaller than its line and does not reach out of it. */
  private heights(start: number, end: number): Heights {
    const { find, choices } = this.fonts;
    let found: Heights | null = null;
    for (let i = this.spanAt(start); i < this.spans.length; i++) {
      const span = this.spans[i];
      if (span === undefined || span.start >= end) break;
      if (span.scale !== 1 || span.end <= start) continue;
      const part = this.text.slice(Math.max(start, span.start), Math.min(end, span.end));
      const own = heightsOf(find, choices[this.level.font], span.face, part);
      found = found ? tallest(found, own) : own;
    }
    return found ?? faceOf(this.fonts, this.level, { bold: false, italic: false }).heights;
  }

  private mayCut(at: number, keep: Kept): boolean {
    if (keep === 'nothing') return true;
    if (numberAround(this.shown.numbers(), at)) return false;
    const span = keep === 'numbers' ? undefined : this.spans[this.spanAt(at)];
    return !span || span.scale === 1 || at < span.start || at >= span.end;
  }

  private softIn(from: number, end: number): Place[] {
    const soft = this.shown.soft();
    const places: Place[] = [];
    for (let i = firstWhere(soft.length, (n) => (soft[n] ?? 0) > from); i < soft.length; i++) {
      const at = soft[i] ?? end;
      if (at >= end) break;
      if (this.mayCut(at, 'labels')) places.push({ at, hyphen: true });
    }
    return places;
  }

  private placesIn({ start: from, end }: Stretch, by: DividedBy): Place[] {
    const own = this.softIn(from, end);
    if (by === 'author') return own;
    this.divide ??= this.fonts.dividerOf(this.shown.runs);
    const places = placesInWords(this.shown.wording().slice(from, end), this.divide).map((place) => ({ ...place, at: place.at + from }));
    const typed = new Set(own.map(({ at }) => at));
    return [...own, ...places.filter(({ at }) => !typed.has(at))].sort((a, b) => a.at - b.at);
  }

  private hyphenAt(at: number): Extent {
    const span = this.spans[this.spanAt(at - 1)];
    return span && span.start < at ? { ems: this.width(span, HYPHEN), letters: HYPHEN.length } : NOTHING;
  }
}
