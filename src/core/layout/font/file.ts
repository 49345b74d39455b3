import type { FontFile } from '../types.ts';
import type { JoiningLetter } from './metrics.ts';
import type { Heights } from './types.ts';

/** A font file as layout uses it. Advances and heights are in ems. */
export interface OpenFont extends Heights {
  readonly has: (codePoint: number) => boolean;
  /** Advance of text set in it, kerned. With `ligatures` false its standard ligatures stay apart. */
  readonly advance: (text: string, ligatures: boolean) => number;
}

/** Reads a file's metrics. */
export function openFont(file: FontFile): OpenFont {
  const metrics = file.metrics();
  const { unitsPerEm: em, advances, kerning } = metrics;
  const index = new Map(metrics.codePoints.map((cp, i) => [cp, i]));
  const ligatures = byFirst(metrics.ligatures.map((text, i) => ({ text, index: metrics.codePoints.length + i })));
  const letters = metrics.joining && byFirst(metrics.joining);

  const indexes = (text: string, ligate: boolean): number[] => {
    const found: number[] = [];
    for (let at = 0; at < text.length;) {
      const ligature = ligate ? ligatures.get(text.charAt(at))?.find((l) => text.startsWith(l.text, at)) : undefined;
      const cp = text.codePointAt(at) ?? 0;
      found.push(ligature?.index ?? index.get(cp) ?? -1);
      at += ligature?.text.length ?? (cp > 0xffff ? 2 : 1);
    }
    return found;
  };

  const plain = (text: string, ligate: boolean): number => {
    let units = 0;
    let before = -1;
    for (const i of indexes(text, ligate)) {
      units += advances[i] ?? 0;
      if (kerning && before >= 0 && i >= 0) units += kerning.values[kerning.first[before] ?? 0]?.[kerning.second[i] ?? 0] ?? 0;
      before = i;
    }
    return units / em;
  };

  return {
    has: (cp) => index.has(cp),
    advance: (text, ligate) => (letters ? joined(text, letters, (rest) => plain(rest, ligate) * em) / em : plain(text, ligate)),
    ascent: metrics.ascent / em,
    descent: metrics.descent / em,
    lineGap: metrics.lineGap / em,
  };
}

function byFirst<T extends { readonly text: string }>(entries: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const entry of entries) {
    const first = entry.text.charAt(0);
    const list = map.get(first);
    if (list) list.push(entry);
    else map.set(first, [entry]);
  }
  return map;
}

const TRANSPARENT = /\p{M}/u;
const JOINERS = new Set(['\u200D', '\u0640']);

/** Advance of Arabic text: each letter in the form that its neighbours give it. */
function joined(text: string, letters: ReadonlyMap<string, readonly JoiningLetter[]>, plain: (text: string) => number): number {
  const units: { readonly text: string; readonly letter: JoiningLetter | null }[] = [];
  for (let at = 0; at < text.length;) {
    const letter = letters.get(text.charAt(at))?.find((l) => text.startsWith(l.text, at)) ?? null;
    const unit = letter?.text ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += unit.length;
    if (!TRANSPARENT.test(unit)) units.push({ text: unit, letter });
  }
  let total = 0;
  units.forEach(({ text: own, letter }, i) => {
    const [before, after] = [units[i - 1], units[i + 1]];
    if (!letter) {
      total += plain(own);
      return;
    }
    const joinsBefore = before !== undefined && (JOINERS.has(before.text) || (before.letter?.initial ?? null) !== null);
    const joinsAfter = letter.initial !== null && after !== undefined && (JOINERS.has(after.text) || after.letter !== null);
    const medial = letter.medial ?? letter.final;
    const initial = letter.initial ?? letter.isolated;
    total += joinsBefore ? (joinsAfter ? medial : letter.final) : joinsAfter ? initial : letter.isolated;
  });
  return total;
}
