import { z } from 'zod';
import { EXPORT_FORMATS } from '../formats.ts';
import { nothingSchema, outsidePathSchema, problemsSchema } from './common.ts';

/** What the host the app runs in can do; the UI leaves out what it cannot. */
export const hostSchema = z.object({
  kind: z.enum(['electron', 'web']),
  platform: z.enum(['mac', 'windows', 'linux']),
  /** Folder and file choosers of the system. Without them the UI asks for a path in words. */
  dialogs: z.boolean(),
  /** “Show in folder” and “Open”. */
  reveal: z.boolean(),
  open: z.boolean(),
  /** Whether a Chromium is at hand to print a PDF. */
  pdf: z.boolean(),
  /** Whether the host has a menu bar of its own that sends `menu` events. */
  menu: z.boolean(),
});

export const workspaceSchema = z.object({
  /** Absolute, for the user to read. */
  path: z.string(),
  name: z.string(),
  /** Whether Lectern made it just now, with the samples in it. */
  fresh: z.boolean(),
});

export const settingsSchema = z.strictObject({
  appearance: z.enum(['system', 'light', 'dark']),
  /** Widths of the panes as fractions of the window; the rest is the preview. */
  panes: z.strictObject({ library: z.number().min(0.1).max(0.6), order: z.number().min(0.1).max(0.6) }),
  /** Whether the first-run hints have been put away. */
  welcomed: z.boolean(),
  /** What was last chosen in the export dialog. */
  export: z.strictObject({
    formats: z.array(z.enum(EXPORT_FORMATS)).max(EXPORT_FORMATS.length),
    audience: z.enum(['presenter', 'audience']),
  }),
});

export const recentSchema = z.object({ path: z.string(), name: z.string(), kind: z.enum(['workspace', 'briefing']) });

/** A workspace that was opened, and the briefing to show: the one asked for, else the last one worked on. */
const openedSchema = z.object({ workspace: workspaceSchema, briefing: z.string().nullable() });

export const workspaceCommands = {
  /** The first call of a window: what there is, what can be done, where work was left. */
  'app.start': {
    payload: nothingSchema,
    answer: z.object({
      version: z.string(),
      host: hostSchema,
      settings: settingsSchema,
      recent: z.array(recentSchema),
      workspace: workspaceSchema.nullable(),
      briefing: z.string().nullable(),
      /** Why there is no workspace, if there is none. */
      problems: problemsSchema,
    }),
  },
  'settings.save': { payload: z.strictObject({ settings: settingsSchema }), answer: nothingSchema },
  /** A workspace's folder, any folder with articles, or a briefing file (then its workspace opens). */
  'workspace.open': { payload: z.strictObject({ path: outsidePathSchema }), answer: openedSchema },
  /** Makes a workspace with the samples in it. Null: a free name in the user's documents. */
  'workspace.create': { payload: z.strictObject({ path: outsidePathSchema.nullable() }), answer: openedSchema },
} as const;

/** What “show in folder” and “open” may name. Paths of files are checked against what this session wrote. */
export const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workspace') }),
  z.strictObject({ kind: z.literal('article'), id: z.string().min(1).max(300) }),
  z.strictObject({ kind: z.literal('template'), name: z.string().min(1).max(300) }),
  z.strictObject({ kind: z.literal('written'), path: outsidePathSchema }),
]);

/** Answered by the host itself: they need its windows. */
export const hostCommands = {
  /** The system's chooser; null: the user thought better of it. */
  'host.choose': {
    payload: z.strictObject({ what: z.enum(['workspace', 'new-workspace', 'briefing', 'template', 'deck', 'folder']) }),
    answer: z.object({ path: z.string().nullable() }),
  },
  /** “Show in folder”. Only what belongs to the workspace, or a file that Lectern wrote. */
  'host.reveal': { payload: z.strictObject({ target: targetSchema }), answer: nothingSchema },
  /** Opens in the program the system has for it. The same limits. */
  'host.open': { payload: z.strictObject({ target: targetSchema }), answer: nothingSchema },
  /** What the window's title, the menu and the taskbar show. */
  'host.window': {
    payload: z.strictObject({
      title: z.string().max(300),
      edited: z.boolean(),
      canUndo: z.boolean(),
      canRedo: z.boolean(),
      /** The briefing on screen, so that the host can name it. */
      briefing: z.string().max(1000).nullable(),
    }),
    answer: nothingSchema,
  },
} as const;
