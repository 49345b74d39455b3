import { basename, dirname, join, relative } from 'node:path';
import { LecternError, problem, type Outcome, type Problem } from '../core/base/errors.ts';
import { refitter } from '../core/layout/index.ts';
import { inShort } from '../core/write/pptx/merge/conflicts.ts';
import type { Choice, Conflict, ShrunkBox, SlideOutcome } from '../core/write/pptx/merge/types.ts';
import { buildAgain, type AgainRequest } from './again.ts';
import type { DeckNow, NowTools } from './deck-now.ts';
import { exists } from './files.ts';
import type { Store } from './store/index.ts';

/** How two decks are merged, whoever asks. */
export interface MergeSettings {
  readonly choices: ReadonlyMap<string, Choice>;
  readonly keepLooks: boolean;
  /** When comments say that they were made; milliseconds since 1970. */
  readonly now: number;
}

export interface MergeRequest extends AgainRequest, MergeSettings {}

/** A merged deck in memory. */
export interface MergedDeck {
  readonly bytes: Uint8Array;
  readonly conflicts: readonly Conflict[];
  readonly slides: readonly SlideOutcome[];
  /** Boxes whose words were made smaller so that they fit, or do not fit. */
  readonly shrunk: readonly ShrunkBox[];
  /** Slides at which a comment of an earlier merge still stands. */
  readonly unsettled: readonly { readonly number: number; readonly title: string }[];
  /** Slides without the deck's handling mark. */
  readonly unmarked: MergedDeck['unsettled'];
}

/** Builds the deck anew in memory and merges it with the edited one. A null value: an error says why there is none. */
export async function mergeDeck(request: MergeRequest, tools: NowTools): Promise<Outcome<MergedDeck>> {
  const { file, base } = request;
  const problems: Problem[] = [];
  try {
    const outcome = await buildAgain(request, tools);
    problems.push(...outcome.problems);
    if (outcome.value === null) return { value: null, problems };
    const { edited, ours } = outcome.value;
    const value = await mergeBytes(edited, ours, request);
    return { value, problems: [...problems, ...mergeProblems(value, relative(base, file))] };
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    return { value: null, problems: [...problems, ...error.problems] };
  }
}

/** Merges an edited .pptx with what the briefing gives now. Throws what `mergePptx` throws. */
export async function mergeBytes(edited: Uint8Array, ours: DeckNow, { choices, keepLooks, now }: MergeSettings): Promise<MergedDeck> {
  const { mergePptx } = await import('../core/write/pptx/index.ts');
  const layout = { slides: ours.scene.slides, refit: refitter(ours.scene, ours.fonts) };
  const at = new Date(now).toISOString().replace('Z', '');
  const { bytes, conflicts, slides, shrunk, unmarked, unsettled } = await mergePptx(edited, ours.bytes, {
    choices,
    keepLooks,
    layout,
    mark: ours.scene.meta.mark,
    at,
  });
  return { bytes, conflicts, slides, shrunk, unmarked, unsettled };
}

/** What was made smaller, and what has not the deck's mark, a warning each. `file`: how problems name the edited deck. */
export function shrunkProblems({ shrunk, unmarked }: Pick<MergedDeck, 'shrunk' | 'unmarked'>, file: string): Problem[] {
  const marks = unmarked.map((slide) =>
    problem('merge/unmarked', {
      message: 'the deck’s handling mark does not stand on this slide',
      place: { file, slide },
      hint: 'Put it there in PowerPoint, or take the slide over into the briefing with lectern adopt.',
    }),
  );
  return [...shrunk.map((one) => shrunkProblem(one, file)), ...marks];
}

/** The same, and what nobody has settled, an error each. */
export function mergeProblems(deck: MergedDeck, file: string): Problem[] {
  const standing = deck.unsettled.map((slide) =>
    problem('merge/unsettled', {
      message: 'a comment of an earlier merge still stands at this slide',
      place: { file, slide },
      hint: 'Settle what it says, then delete it.',
    }),
  );
  return [...shrunkProblems(deck, file), ...standing, ...deck.conflicts.flatMap((one) => conflictProblem(one, deck.slides, file))];
}

const SAID: Readonly<Record<Conflict['kind'], string>> = {
  words: 'these words were changed by hand, and the briefing has others now',
  cell: 'this cell was changed by hand, and the briefing has another value now',
  notes: 'these notes were changed by hand, and the briefing has others now',
  chart: 'the chart’s data was changed by hand, and the briefing has other data now',
  picture: 'the picture was changed by hand, and the briefing has another now',
  box: 'this was changed by hand, and the briefing has made it anew',
  'slide-deleted': 'the slide was deleted by hand, and says something else now',
  'slide-withdrawn': 'the slide was changed by hand, and is not in the briefing any more',
  division: 'the slide is divided anew, under what was done to it by hand',
  source: 'the source of this line is none of the briefing’s any more',
  design: 'the design was changed by hand, and the template has changed',
};

function shrunkProblem({ number, title, box, scale }: ShrunkBox, file: string): Problem {
  return problem('merge/shrunk', {
    message:
      scale === null
        ? `the words of “${box}” do not fit their box even at half their size`
        : `the words of “${box}” were made smaller, to ${Math.round(scale * 100)} %, so that they fit their box`,
    place: { file, slide: { number, title } },
    hint: 'Shorten them, or make the box larger in PowerPoint.',
  });
}

/** What is not settled, as an error at its slide; none where it is. */
function conflictProblem(conflict: Conflict, slides: readonly SlideOutcome[], file: string): Problem[] {
  if (conflict.choice !== null) return [];
  const { kind, slide, title, theirs, ours } = conflict;
  const number = slides.find(({ id }) => id !== null && id === slide)?.number ?? null;
  const place = { file, ...(number !== null && { slide: { number, title } }) };
  const quoted = (lines: readonly string[]): string =>
    lines.length === 0
      ? 'nothing'
      : inShort(lines)
          .map((line) => `“${line}”`)
          .join(', ');
  return [
    problem('merge/conflict', {
      message: `${SAID[kind]}${number === null && title !== '' ? ` (${title})` : ''}`,
      place,
      received: `by hand: ${quoted(theirs)}; the briefing: ${quoted(ours)}`,
      hint: 'What was done by hand stands, with a comment at the slide. Choose in the app, with --take, or in PowerPoint.',
    }),
  ];
}

/** `deck.pptx` → `deck.merged.pptx` beside it, or the first such name with a number that is free: a merge replaces nothing. */
export async function saveMerged(store: Store, file: string, out: string | null, bytes: Uint8Array): Promise<string> {
  const folder = out === null ? dirname(file) : dirname(out);
  const wanted = out === null ? basename(file).replace(/(?:\.merged(?:-\d+)?)?\.pptx$/i, '.merged') : basename(out).replace(/\.pptx$/i, '');
  return store.alone(folder, async (check) => {
    let path = join(folder, `${wanted}.pptx`);
    for (let n = 2; await exists(path); n += 1) path = join(folder, `${wanted}-${n}.pptx`);
    await store.write(path, bytes, { mayReplace: check });
    return path;
  });
}
