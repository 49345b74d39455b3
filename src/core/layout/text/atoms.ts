import { lazy } from '../../base/lazy.ts';
import { heightsOf, tallest } from '../font/heights.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import type { Run } from '../../base/text.ts';
import { breaksOf, graphemeOffsets } from './breaks.ts';
import { displayRuns, softHyphens, SUPERSCRIPT_SIZE, type DisplayRun } from './display.ts';
import { numberAround, numberSpans } from './number-spans.ts';
import { placesInWords } from './words.ts';
import type { Face, Heights } from '../font/types.ts';
import type { Extent, Atom, Atoms, DividedBy, Kept, Cut, Part, Place, Stretch, Fonts, Cache } from './types.ts';

export function newCache(): Cache {
  return {
    atoms: new Map(),
    lines: new Map(),
    paragraphs: new Map(),
    labels: new Map(),
    levels: new Map(),
    scaled: new Map(),
    widened: new Map(),
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
  readonly bold: boolean;
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

/** The face of a run in a level: the level's own weight and slope, made bold or italic by the run. */
export function faceOf(fonts: Fonts, level: FaceStyle, run: Pick<DisplayRun, 'bold' | 'italic'>): Face {
  const { latin, kind } = fonts.choices[level.font];
  return fonts.find(latin, level.bold || run.bold ? 700 : 400, level.italic || run.italic ? 'italic' : 'normal', kind);
}

/** The paragraph's atoms in the level's face, from the cache where it has them. */
export function atomsOf(fonts: Fonts, runs: readonly Run[], level: FaceStyle): Atoms {
  return remembered(fonts.cache.atoms, runs, faceKey(level), () => makeAtoms(fonts, runs, level));
}

/** What of a level decides which atoms a text has. */
export function faceKey(level: FaceStyle): string {
  return `${level.font}${level.bold ? 'b' : ''}${level.italic ? 'i' : ''}${level.letterSpacing === 0 ? '' : 's'}${level.capitals ? 'c' : ''}`;
}

function makeAtoms(fonts: Fonts, runs: readonly Run[], level: FaceStyle): Atoms {
  const shown = displayRuns(runs);
  const text = shown.map((run) => run.text).join('');
  const spans: Span[] = [];
  for (const run of shown) {
    const start = spans.at(-1)?.end ?? 0;
    const scale = run.refs || run.script ? SUPERSCRIPT_SIZE : 1;
    spans.push({ start, end: start + run.text.length, face: faceOf(fonts, level, run), scale, bold: run.bold });
  }
  const ligatures = level.letterSpacing === 0;
  const cased = (part: string): string => (level.capitals ? part.toUpperCase() : part);
  const width = (span: Span, part: string): number => span.face.width(cased(part), ligatures) * span.scale;

  const extent = (start: number, end: number): Extent => {
    let ems = 0;
    let letters = 0;
    for (const span of spans) {
      if (span.end <= start || span.start >= end) continue;
      const part = text.slice(Math.max(start, span.start), Math.min(end, span.end));
      ems += width(span, part);
      letters += part.length;
    }
    return { ems, letters };
  };

  /** Kerning between the characters before and after an offset. */
  const kerning = (at: number): number => {
    const span = spans.find((s) => s.start < at && s.end > at);
    if (!span) return 0;
    const [a, b] = [text[at - 1] ?? '', text[at] ?? ''];
    return width(span, a + b) - width(span, a) - width(span, b);
  };

  const gapTo = (end: number, next: number): Extent => {
    if (next >= text.length || text.slice(end, next).includes('\n')) return NOTHING;
    if (next === end) return { ems: kerning(end), letters: 0 };
    const spaces = extent(end, next);
    return { ems: spaces.ems + kerning(end) + kerning(next), letters: spaces.letters };
  };

  const own = faceOf(fonts, level, { bold: false, italic: false });
  const heights = (start: number, end: number): Heights => {
    // A label is smaller than its line and does not reach out of it.
    const inside = spans.filter((s) => s.scale === 1 && s.end > start && s.start < end);
    const each = inside.map((s) => {
      const part = text.slice(Math.max(start, s.start), Math.min(end, s.end));
      return heightsOf(fonts.find, fonts.choices[level.font], s.face, part);
    });
    return each.length > 0 ? each.reduce(tallest) : own.heights;
  };

  let start = 0;
  const atoms = breaksOf(text).map((place): Atom => {
    const atom = {
      start,
      end: Math.max(start, place.end),
      extent: extent(start, place.end),
      gap: gapTo(place.end, place.next),
      forced: place.forced,
      heights: heights(start, place.end),
    };
    start = place.next;
    return atom;
  });

  const labels = spans.filter((s) => s.scale !== 1);
  const insideLabel = (at: number): boolean => labels.some((s) => at >= s.start && at < s.end);
  const numbers = lazy(() => numberSpans(text));
  const mayCut = (at: number, keep: Kept): boolean =>
    keep === 'nothing' || (!numberAround(numbers(), at) && (keep === 'numbers' || !insideLabel(at)));
  const known = new Map<string, readonly Cut[]>();
  const cut: Atoms['cut'] = ({ start: from, end }, keep) => {
    const key = `${keep}|${from}|${end}`;
    let parts = known.get(key);
    if (!parts) {
      const graphemes = graphemeOffsets(text.slice(from, end)).map((o) => o + from);
      const offsets = [from, ...graphemes.filter((at) => mayCut(at, keep)), end];
      parts = offsets.slice(0, -1).map((at, i) => ({ start: at, end: offsets[i + 1] ?? end, extent: extent(at, offsets[i + 1] ?? end) }));
      known.set(key, parts);
    }
    return parts;
  };

  const wording = lazy(() => labels.reduce((all, s) => all.slice(0, s.start) + '.'.repeat(s.end - s.start) + all.slice(s.end), text));
  const divide = lazy(() => fonts.dividerOf(runs));
  const soft = lazy(() => softHyphens(runs).filter((at) => mayCut(at, 'labels')));
  const placesIn = ({ start: from, end }: Stretch, by: DividedBy): Place[] => {
    const own = soft().flatMap((at): Place[] => (at > from && at < end ? [{ at, hyphen: true }] : []));
    if (by === 'author') return own;
    const places = placesInWords(wording().slice(from, end), divide()).map((place) => ({ ...place, at: place.at + from }));
    return [...own, ...places.filter(({ at }) => own.every((place) => place.at !== at))].sort((a, b) => a.at - b.at);
  };
  const hyphenAt = (at: number): Extent => {
    const span = spans.find((s) => s.start < at && s.end >= at);
    return span ? { ems: width(span, HYPHEN), letters: HYPHEN.length } : NOTHING;
  };
  const divisions = new Map<string, readonly Part[]>();
  const parts: Atoms['parts'] = (stretch, by) => {
    const key = `${by}|${stretch.start}|${stretch.end}`;
    let made = divisions.get(key);
    if (!made) {
      const places = [...placesIn(stretch, by), { at: stretch.end, hyphen: false }];
      made = places.map(({ at, hyphen }, i): Part => {
        const from = places[i - 1]?.at ?? stretch.start;
        return { start: from, end: at, extent: extent(from, at), hyphen: hyphen ? hyphenAt(at) : null };
      });
      divisions.set(key, made);
    }
    return made;
  };
  return {
    text,
    atoms,
    cut,
    parts,
    wording,
    measure: (stretch) => extent(stretch.start, stretch.end),
  };
}
