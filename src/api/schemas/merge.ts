import { z } from 'zod';

/** What is decided of one conflict of a merge: what the colleague has, what the briefing gives now, both, or other words, a paragraph each. */
export const mergeChoice = z.union([z.enum(['theirs', 'ours', 'both']), z.object({ words: z.array(z.string()) })]);

/** By the ids of conflicts. */
export const mergeChoices = z.record(z.string(), mergeChoice);
