import { relative } from 'node:path';
import { LecternError, problem, unwrap, type Outcome, type Problem } from '../core/base/errors.ts';
import type { ComparedFile } from '../core/pipeline/diff.ts';
import { parseRecipe } from '../core/pipeline/recipe.ts';
import type { DeckDiff } from '../core/write/pptx/diff/types.ts';
import { isBriefingFile, loadBriefing, noRecipe, recipeSources, type Sources } from './build.ts';
import { differs, diffText } from './diff-text.ts';
import { deckNow, type NowRequest, type NowTools } from './deck-now.ts';
import { asIn } from './earlier.ts';
import { LARGEST_DECK, readBytes } from './files.ts';
import type { Compare } from './handover/make.ts';

/** What is compared; paths are absolute. */
export interface DiffRequest {
  /** A .pptx, or a briefing: what it would give now. */
  readonly from: string;
  /** The same; null: what the briefing that the first deck was made from gives now. */
  readonly to: string | null;
  /** The folder that problems name files from. */
  readonly base: string;
}

const isDeck = (file: string): boolean => /\.pptx$/i.test(file);

/**
 * What differs from one deck to another, of which either may be what a briefing gives now; nothing is written. A null value: an error
 * says why there is none.
 */
export async function diffFiles(request: DiffRequest, tools: NowTools): Promise<Outcome<DeckDiff>> {
  const problems: Problem[] = [];
  const take = <T>(outcome: Outcome<T>): T => {
    problems.push(...outcome.problems);
    return unwrap(outcome);
  };
  try {
    const { from, to, base } = request;
    for (const file of to === null ? [from] : [from, to]) {
      if (!isDeck(file) && !(isBriefingFile(file) && to !== null)) throw new LecternError(notCompared(file, base, to === null));
    }
    const older = isDeck(from) ? await readDeck(from, base) : null;
    const newer = to !== null && isDeck(to) ? await readDeck(to, base) : null;
    const value = await compareWith(older, newer, async ({ side, ...how }) => {
      const briefing = side === 'from' ? from : to;
      const sources = take(
        briefing !== null ? await loadBriefing(briefing, base) : older ? await sourcesOf(older, from, base) : { value: null, problems: [] },
      );
      const { bytes } = take(await deckNow({ sources, file: briefing ?? from, base, template: null, ...how }, tools));
      return { bytes, file: sources.shown };
    });
    return { value, problems };
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    return { value: null, problems: [...problems, ...error.problems] };
  }
}

/** How the deck of one side is made: as the other one, for whom and arranged as it is. */
interface HowToMake extends Pick<NowRequest, 'forPresenter' | 'prefer'> {
  readonly side: 'from' | 'to';
}

/**
 * What differs between two .pptx; null: the deck that `make` gives for that side. A deck without notes is held against one without notes.
 * Throws what `diffPptx` and `make` throw.
 */
export async function compareWith(
  older: ComparedFile | null,
  newer: ComparedFile | null,
  make: (how: HowToMake) => Promise<ComparedFile>,
): Promise<DeckDiff> {
  const forPresenter = !(await isAudienceCopy(older)) && !(await isAudienceCopy(newer));
  const deck = older ?? newer;
  const how = { forPresenter, ...(deck && { prefer: asIn(deck.bytes) }) };
  const first = older ?? (await make({ side: 'from', ...how }));
  const second = newer ?? (await make({ side: 'to', ...how }));
  const { diffPptx } = await import('../core/pipeline/diff.ts');
  return diffPptx(first, second);
}

/** What has changed between two presenter's .pptx, as text; null: nothing that can be said. */
export const compareDecks: Compare = async (earlier, now) => {
  const { diffPptx } = await import('../core/pipeline/diff.ts');
  const found = diffPptx({ bytes: earlier, file: 'earlier' }, { bytes: now, file: 'now' });
  return differs(found) ? diffText(found) : null;
};

async function readDeck(file: string, base: string): Promise<ComparedFile> {
  return { bytes: await readBytes(file, { limit: LARGEST_DECK }), file: relative(base, file) || file };
}

/** A deck of ours without a recipe has no notes and no excerpts either. What is no deck at all is said when it is compared. */
async function isAudienceCopy(deck: ComparedFile | null): Promise<boolean> {
  if (deck === null) return false;
  const { inspectPptx } = await import('../core/write/pptx/index.ts');
  try {
    const { stamp, recipe } = inspectPptx(deck.bytes).value;
    return stamp !== null && recipe === null;
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    throw new LecternError(error.problems.map((p) => ({ ...p, place: { ...p.place, file: deck.file } })));
  }
}

/** What the deck was made from, as it is now. */
async function sourcesOf(deck: ComparedFile, file: string, base: string): Promise<Outcome<Sources>> {
  const { inspectPptx } = await import('../core/write/pptx/index.ts');
  const recipe = parseRecipe(inspectPptx(deck.bytes).value.recipe ?? '');
  return recipe === null ? { value: null, problems: [noRecipe(deck.file)] } : recipeSources(recipe, file, base);
}

function notCompared(file: string, base: string, isAlone: boolean): Problem {
  return problem('inspect/unreadable', {
    message: isAlone
      ? 'one file alone is compared only if it is a deck, with what its briefing gives now'
      : 'this is neither a deck nor a briefing',
    place: { file: relative(base, file) || file },
    allowed: isAlone ? 'a .pptx' : 'a .pptx or a briefing (.yaml)',
    hint: 'Save decks of other programs (.ppt, .odp, .key) as .pptx first; .html and .pdf cannot be compared.',
  });
}
