import { z } from 'zod';

/**
 * What the workspace remembers of a hand-over: what was handed out, when, to whom. With it lies the presenter's .pptx as it was handed
 * out, the base of whatever is later compared with it or merged; the words stay here, and not in the file that goes out.
 */
export const recordSchema = z.object({
  version: z.literal(1),
  /** Its folder's name. */
  id: z.string().regex(/^[\w-]+$/),
  /** When, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  to: z.string().nullable(),
  title: z.string(),
  mark: z.string().nullable(),
  /** The deck's version, as its files show it. */
  stamp: z.string(),
  /** The briefing's file from the workspace's root, `/` between parts. */
  briefing: z.string(),
  /** Where it was put: an absolute path of a folder or a .zip. */
  place: z.string(),
  /** All that was in it, by path. */
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  /** The deck's words by slide, in the form of whoever compares decks; null: read them from the presenter's .pptx beside this. */
  content: z.unknown().nullable().default(null),
});

export type HandoverRecord = z.infer<typeof recordSchema>;
