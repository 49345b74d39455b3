import type { Run } from '../../base/text.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import { atomsOf } from './atoms.ts';
import { runsText } from './display.ts';
import { withLastWordsTogether, withWholeMeasures } from './glue.ts';
import { setParagraph, stacked } from './setting.ts';
import type { Fonts, MeasuredLine, SetParagraph, SetText } from './types.ts';

/** A last line of one word counts as short up to this share of the paragraph's longest. */
const SHORT = 1 / 3;
const EPSILON = 0.01;

/** What paragraphs below each other are set in. Points. */
interface Column {
  readonly levels: readonly LevelStyle[];
  readonly width: number;
  readonly height: number;
  /** A BCP 47 tag. */
  readonly languageOf: (runs: readonly Run[]) => string;
}

/**
 * The same paragraphs with no line that divides a number from its unit or month where the column has room for what that takes, and none whose
 * last line is one short word where that takes no further line. Paragraphs whose lines are good stay the same objects.
 */
export function evenOut(fonts: Fonts, text: SetText, { levels, width, height, languageOf }: Column): SetText {
  let spare = height - text.room;
  const paragraphs = text.paragraphs.map((set) => {
    const better = evened(fonts, set, { levels, width, spare, language: languageOf(set.paragraph.runs) });
    spare -= better.room - set.room;
    return better;
  });
  return paragraphs.some((set, i) => set !== text.paragraphs[i]) ? stacked(paragraphs) : text;
}

interface Setting extends Pick<Column, 'levels' | 'width'> {
  readonly spare: number;
  readonly language: string;
}

function evened(fonts: Fonts, set: SetParagraph, { levels, width, spare, language }: Setting): SetParagraph {
  if (set.lines.length < 2 && set.safeLines.length < 2) return set;
  const { runs } = set.paragraph;
  const whole = withWholeMeasures(runs, language);
  const kept = whole !== runs && dividesAny(runsText(whole), set) ? whole : runs;
  const isShort = endsInShortWord(runsText(runs), set.lines);
  const setIn = (own: readonly Run[]): SetParagraph => setParagraph(fonts, { ...set.paragraph, runs: own }, levels, width);
  const isGood = (made: SetParagraph, room: number): boolean =>
    made.room <= set.room + room + EPSILON && breaksBetweenWords(fonts, set, made);
  const choices: (readonly [readonly Run[], number])[] = [];
  if (isShort) choices.push([withLastWordsTogether(kept), 0]);
  if (kept !== runs) choices.push([kept, 0], [kept, Math.max(0, spare)]);
  if (isShort && kept !== runs) choices.push([withLastWordsTogether(runs), 0]);
  for (const [own, room] of choices) {
    const made = setIn(own);
    if (isGood(made, room)) return made;
  }
  return set;
}

/** Whether a line ends where the text has a no-break space. */
function dividesAny(whole: string, { lines, safeLines }: SetParagraph): boolean {
  const divides = (all: readonly MeasuredLine[]): boolean =>
    all.some((line, i) => whole.slice(line.end, all[i + 1]?.start ?? line.end).includes('\u00A0'));
  return divides(lines) || divides(safeLines);
}

const LABEL = /\[[\p{Nd},\u00A0]+\]/gu;

/** Whether the last of several lines is one word that leaves most of it empty. Where words have no spaces between, none does. */
export function endsInShortWord(text: string, lines: readonly Pick<MeasuredLine, 'start' | 'end' | 'width'>[]): boolean {
  const last = lines.at(-1);
  if (!last || lines.length < 2) return false;
  const longest = Math.max(...lines.map((line) => line.width));
  const words = text.slice(last.start, last.end).replace(LABEL, '').trim();
  return last.width < longest * SHORT && /\s/.test(text.slice(0, last.start)) && !/\s/.test(words);
}

/** Whether what was set ends its lines only where those of the same words without no-break spaces may end. */
function breaksBetweenWords(fonts: Fonts, before: SetParagraph, made: SetParagraph): boolean {
  const ends = new Set(atomsOf(fonts, before.paragraph.runs, before.level).atoms.map(({ end }) => end));
  const isDivided = [...before.lines, ...before.safeLines].some(({ divided }) => divided !== undefined);
  return [...made.lines, ...made.safeLines].every(({ end, divided }) => ends.has(end) || (divided !== undefined && isDivided));
}
