import { shortHash } from '../../../base/hash.ts';
import type { Contested } from './lines.ts';
import type { Choice, Conflict, ConflictKind } from './types.ts';

const CHOICES: Readonly<Record<ConflictKind, Conflict['choices']>> = {
  words: ['theirs', 'ours', 'both', 'words'],
  cell: ['theirs', 'ours', 'words'],
  notes: ['theirs', 'ours', 'both', 'words'],
  chart: ['theirs', 'ours'],
  picture: ['theirs', 'ours'],
  box: ['theirs', 'ours'],
  'slide-deleted': ['theirs', 'ours'],
  'slide-withdrawn': ['theirs', 'ours'],
  division: ['theirs', 'ours'],
  source: ['theirs'],
  design: ['theirs'],
};

/** Of which slide a conflict is. */
export interface ConflictPlace {
  readonly slide: string | null;
  readonly title: string;
}

/** Gathers what both sides changed, and answers what was chosen. */
export class Conflicts {
  readonly list: Conflict[] = [];
  readonly #choices: ReadonlyMap<string, Choice>;

  constructor(choices: ReadonlyMap<string, Choice>) {
    this.#choices = choices;
  }

  settle(kind: ConflictKind, { slide, title }: ConflictPlace, box: string | null, contested: Contested): Choice | null {
    const theirs = contested.theirs.map(({ text }) => text);
    const ours = contested.ours.map(({ text }) => text);
    const id = shortHash(JSON.stringify([kind, slide, box, contested.base, theirs, ours]));
    const chosen = this.#choices.get(id) ?? null;
    const choices = CHOICES[kind];
    const choice = chosen !== null && choices.includes(typeof chosen === 'string' ? chosen : 'words') ? chosen : null;
    this.list.push({ id, kind, slide, title, box, base: contested.base, theirs, ours, choices, choice });
    return choice;
  }
}

const SAID: Readonly<Record<ConflictKind, string>> = {
  words: 'These words were changed by hand, and the briefing has other words now.',
  cell: 'This cell was changed by hand, and the briefing has another value now.',
  notes: 'These notes were changed by hand, and the briefing has others now.',
  chart: 'This chart’s data was changed by hand, and the briefing has other data now.',
  picture: 'This picture was changed by hand, and the briefing has another now.',
  box: 'This was changed by hand, and the briefing has made it anew.',
  'slide-deleted': 'A slide that was deleted by hand says something else now. It stays deleted.',
  'slide-withdrawn': 'This slide was changed by hand, and is not in the briefing any more. It stays.',
  division: 'The briefing divides this slide anew; what was done to it by hand stays as it was.',
  source: 'The source of this line is none of the briefing’s any more; its number was taken out.',
  design: 'The design was changed by hand, and the template has changed.',
};

/** Of a whole slide so many lines are enough to know it by. */
const MOST_LINES = 3;

/** What a side says, in as many lines as one reads in a comment or a terminal; the app shows all. */
export function inShort(lines: readonly string[]): readonly string[] {
  const left = lines.length - MOST_LINES;
  return left > 1 ? [...lines.slice(0, MOST_LINES), `… ${left} more`] : lines;
}

/** What a comment at the slide says of a conflict that nobody has settled. */
export function conflictComment({ kind, box, theirs, ours }: Conflict): string {
  const side = (name: string, lines: readonly string[]): string[] => (lines.length > 0 ? [`${name}: ${inShort(lines).join(' / ')}`] : []);
  return [`${SAID[kind]}${box === null ? '' : ` (${box})`}`, ...side('By hand', theirs), ...side('Briefing', ours)].join('\n');
}
