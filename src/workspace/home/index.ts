import { relative } from 'node:path';
import { LecternError, unwrap, type Outcome, type Problem } from '../../core/base/errors.ts';
import { briefingWith } from '../../core/briefing/index.ts';
import type { Sources } from '../build.ts';
import { buildAgain, type AgainRequest } from '../again.ts';
import type { DeckNow, NowTools } from '../deck-now.ts';
import { entryOf, removalOffers } from './entries.ts';
import { stepsOf } from './offers.ts';
import { IN_DECK, stays, type Context, type Homecoming, type Offer, type Removal, type Step, type Wording } from './types.ts';
import { templateWords } from './template-words.ts';
import { wordingOffers } from './worded.ts';

export { articlesWith, saveArticles, type WordedArticle } from './articles.ts';
export type { Homecoming, Offer } from './types.ts';

/** What was done by hand to a deck, with what its briefing gives now: what that can hold, and what stays in the deck, a warning each. */
export async function homecoming(
  edited: Uint8Array,
  ours: Pick<DeckNow, 'bytes' | 'scene'>,
  sources: Sources,
  file: string,
): Promise<{ readonly offers: readonly Offer[]; readonly stays: readonly Problem[] }> {
  const { handChangesIn } = await import('../../core/write/pptx/index.ts');
  const changes = await handChangesIn(edited, ours.bytes);
  const context: Context = { scene: ours.scene, sources, changes, template: templateWords(ours.scene), file };
  const steps = changes.flatMap((change) => stepsOf(change, context));
  const made = settled(steps, context).map((one) => kept(one, context));
  return {
    offers: distinctOffers(made.filter((one): one is Offer => 'edit' in one)),
    stays: made.filter((one): one is Problem => !('edit' in one)),
  };
}

/** Reads what was done by hand to a deck, and offers it to its briefing. What stays in the deck alone is a warning with its place. */
export async function comeHome(request: AgainRequest, tools: NowTools): Promise<Outcome<Homecoming>> {
  const problems: Problem[] = [];
  try {
    const outcome = await buildAgain(request, tools);
    problems.push(...outcome.problems);
    const { edited, ours, sources } = unwrap(outcome);
    const home = await homecoming(edited, ours, sources, relative(request.base, request.file) || request.file);
    return { value: { sources, offers: home.offers }, problems: [...problems, ...home.stays] };
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    return { value: null, problems: [...problems, ...error.problems] };
  }
}

const isWording = (step: Step): step is Wording => 'changed' in step;
const isRemoval = (step: Step): step is Removal => 'found' in step && !('changed' in step);

/** What was changed of one line, and taken out of one entry, of a slide together, where the first of it stands. */
function settled(steps: readonly Step[], context: Context): (Offer | Problem)[] {
  const keyOf = ({ slide, found, line }: Wording | Removal, at: string): string =>
    JSON.stringify([slide.number, found.item, at, line.hash && at === line.at ? line.hash : '']);
  const done = new Set<string>();
  const once = <T extends Wording | Removal>(
    all: readonly T[],
    step: T,
    at: (one: T) => string,
    offers: (same: readonly T[]) => (Offer | Problem)[],
  ): (Offer | Problem)[] => {
    const key = `${'changed' in step ? 'words' : 'gone'} ${keyOf(step, at(step))}`;
    if (done.has(key)) return [];
    done.add(key);
    return offers(all.filter((other) => keyOf(other, at(other)) === keyOf(step, at(step))));
  };
  const [wordings, removals] = [steps.filter(isWording), steps.filter(isRemoval)];
  return steps.flatMap((step) => {
    if (isWording(step))
      return once(
        wordings,
        step,
        ({ line }) => line.at,
        (same) => wordingOffers(same, context),
      );
    if (isRemoval(step)) return once(removals, step, ({ line }) => entryOf(line.at), removalOffers);
    return [step];
  });
}

/** An offer that the briefing would not keep is none. */
function kept(made: Offer | Problem, context: Context): Offer | Problem {
  if (!('edit' in made)) return made;
  const [refusal] = briefingWith(context.sources.briefing, [made.edit]).problems;
  if (!refusal) return made;
  return stays(
    context,
    made.slide,
    refusal.message,
    [refusal.received, made.now, made.was].find((text) => text !== null && text !== undefined && text !== '') ?? null,
    IN_DECK,
  );
}

/** A line that stands on several slides (a headline and its agenda entry) is offered once. */
function distinctOffers(offers: readonly Offer[]): Offer[] {
  const seen = new Map<string, Offer>();
  for (const offer of offers) {
    const key = JSON.stringify(offer.edit);
    if (!seen.has(key)) seen.set(key, offer);
  }
  return [...seen.values()];
}

/** Which offers are taken without a question. */
export function sureOffers(offers: readonly Offer[]): Offer[] {
  return offers.filter(({ question }) => !question);
}
