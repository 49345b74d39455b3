import { z } from 'zod';
import {
  base64Schema,
  briefingSchema,
  fileNameSchema,
  hashSchema,
  insidePathSchema,
  nameSchema,
  nothingSchema,
  problemsSchema,
} from './common.ts';

/** A briefing's file below the workspace: `briefings/NAME.briefing.yaml`. */
export const briefingFileSchema = insidePathSchema.regex(/\.ya?ml$/i, 'a .briefing.yaml file');

export const briefingSummarySchema = z.object({
  file: z.string(),
  title: z.string(),
  date: z.string().nullable(),
  items: z.number(),
  /** Milliseconds since 1970. */
  modified: z.number(),
  /** Whether the file cannot be read as a briefing. */
  broken: z.boolean(),
});

/** A briefing with the state of its file. `hash` is what a save must say it was based on. */
const readSchema = z.object({
  file: z.string(),
  hash: hashSchema,
  /** Null where the file cannot be read as a briefing: see `problems`. */
  briefing: briefingSchema.nullable(),
  problems: problemsSchema,
  /** Work that was not yet in the file when the app last stopped. */
  draft: z.object({ briefing: briefingSchema, basedOn: hashSchema, saved: z.number() }).nullable(),
});

/** A deleted briefing. */
const deletedSchema = z.object({
  id: z.string(),
  file: z.string(),
  title: z.string(),
  /** Milliseconds since 1970. */
  deleted: z.number(),
});

const binIdSchema = z.string().regex(/^\d{1,16}-[0-9a-f]{12}$/, 'the id of a deleted briefing');

/** States of the briefing that a window sent before and had no answer of: the file may hold any of them by now. */
const sentSchema = z.array(briefingSchema).max(8).optional();

export const briefingCommands = {
  'briefing.list': { payload: nothingSchema, answer: z.object({ briefings: z.array(briefingSummarySchema) }) },
  'briefing.read': { payload: z.strictObject({ file: briefingFileSchema }), answer: readSchema },
  /** Writes the file, if it is still as it was when read, or as this window sent it. Refused with `file/conflict`; never overwrites another's work. */
  'briefing.save': {
    payload: z.strictObject({ file: briefingFileSchema, briefing: briefingSchema, basedOn: hashSchema, sent: sentSchema }),
    answer: z.object({ hash: hashSchema }),
  },
  /** A new file with a free name made from `name`, which may hold any sign and be of any length. Without a briefing: an empty one of that title. */
  'briefing.create': { payload: z.strictObject({ name: z.string().max(10_000), briefing: briefingSchema.nullable() }), answer: readSchema },
  /** The minutes that topics took in a rehearsal, of the file that an HTML deck saved. The window edits its briefing with them. */
  'briefing.times': {
    payload: z.strictObject({ briefing: briefingSchema, name: z.string().max(1000), text: z.string().max(4_000_000) }),
    answer: z.object({
      /** By their places in the running order. */
      items: z.array(z.object({ index: z.number().int().nonnegative(), minutes: z.number().positive() })),
      /** Of slides that are no topic's. */
      slides: z.array(z.object({ slide: z.enum(['title', 'agenda', 'sources']), seconds: z.number().positive() })),
      problems: problemsSchema,
    }),
  },
  /** Gives the file another name; `file/exists` where it is taken. */
  'briefing.rename': {
    payload: z.strictObject({ file: briefingFileSchema, name: nameSchema }),
    answer: z.object({ file: z.string() }),
  },
  /** A copy beside it, byte for byte, under a free name; `again`: its next issue, a week later or more, on the same day of the week. */
  'briefing.duplicate': { payload: z.strictObject({ file: briefingFileSchema, again: z.boolean() }), answer: readSchema },
  /** Into the workspace's bin, with what had not reached the file. */
  'briefing.remove': { payload: z.strictObject({ file: briefingFileSchema }), answer: deletedSchema },
  'bin.list': { payload: nothingSchema, answer: z.object({ deleted: z.array(deletedSchema) }) },
  /** To where it stood or, where that is taken, under a free name beside it. */
  'bin.restore': { payload: z.strictObject({ id: binIdSchema }), answer: z.object({ file: z.string() }) },
  /** Removes these for good. */
  'bin.empty': { payload: z.strictObject({ ids: z.array(binIdSchema) }), answer: nothingSchema },
  /** Keeps unsaved work safe against a crash; `briefing.read` gives it back. */
  'draft.save': {
    payload: z.strictObject({ file: briefingFileSchema, briefing: briefingSchema, basedOn: hashSchema, sent: sentSchema }),
    answer: nothingSchema,
  },
  'draft.drop': { payload: z.strictObject({ file: briefingFileSchema }), answer: nothingSchema },
  /** Puts a picture beside the briefing for its own slides: PNG, JPEG, SVG, WebP or GIF, checked, turned upright, stripped of metadata. */
  'image.add': {
    payload: z.strictObject({ file: briefingFileSchema, name: fileNameSchema, data: base64Schema }),
    /** `src` is what an own slide's Markdown names. */
    answer: z.object({ src: z.string(), width: z.number(), height: z.number() }),
  },
} as const;

export const briefingEvents = {
  /** The list changed: a file came, went or was renamed. */
  briefings: z.object({ briefings: z.array(briefingSummarySchema) }),
  /** A briefing's file was changed, by an editor or by a window (the one that saved knows the hash); null: it is gone. */
  briefing: z.object({ file: z.string(), hash: hashSchema.nullable() }),
} as const;
