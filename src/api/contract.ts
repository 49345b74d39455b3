import { z } from 'zod';
import type { Problem } from '../core/base/errors.ts';
import { ACTION_NAMES } from './actions.ts';
import { adoptCommands } from './schemas/adopt.ts';
import { articleCommands } from './schemas/article.ts';
import { briefingCommands, briefingEvents } from './schemas/briefing.ts';
import { stampSchema, type Stamp } from './schemas/common.ts';
import { compareCommands } from './schemas/compare.ts';
import { exportCommands, exportEvents } from './schemas/export.ts';
import { handoverCommands } from './schemas/handover.ts';
import { intakeCommands, intakeEvents } from './schemas/intake.ts';
import { jobCommands } from './schemas/job.ts';
import { libraryCommands, libraryEvents } from './schemas/library.ts';
import { mergeCommands } from './schemas/merge.ts';
import { previewCommands, previewEvents } from './schemas/preview.ts';
import { templateCommands, templateEvents } from './schemas/template.ts';
import { hostCommands, workspaceCommands, workspaceSchema } from './schemas/workspace.ts';

/**
 * The one contract between the UI and whatever it runs in. A command has a payload and an answer, an event only a payload;
 * every payload is checked against its schema where it arrives (`dispatch.ts`). Transports carry `Envelope`s and know nothing more.
 * What is new is one file in `schemas/`, and a line in each map below that it has commands or events for.
 */

/** Answered by the workspace service, which runs in a worker. */
export const SERVICE_COMMANDS = {
  ...workspaceCommands,
  ...libraryCommands,
  ...articleCommands,
  ...briefingCommands,
  ...previewCommands,
  ...templateCommands,
  ...exportCommands,
  ...handoverCommands,
  ...mergeCommands,
  ...compareCommands,
  ...adoptCommands,
  ...intakeCommands,
  ...jobCommands,
} as const;

/** Answered by the host: dialogs, “show in folder”, the window. */
export const HOST_COMMANDS = hostCommands;

export const COMMANDS = { ...SERVICE_COMMANDS, ...HOST_COMMANDS } as const;

export const EVENTS = {
  ...libraryEvents,
  ...briefingEvents,
  ...previewEvents,
  ...templateEvents,
  ...exportEvents,
  ...intakeEvents,
  /** Another workspace was opened (by another window, or by the host for a file). */
  workspace: z.object({ workspace: workspaceSchema, briefing: z.string().nullable() }),
  /** The first word of each stream of events: all that the service said until `last` was said before it. Null: nothing, or the service has gone. */
  hello: z.object({ last: stampSchema.nullable() }),
  /** The host's menu bar. */
  menu: z.object({ action: z.enum(ACTION_NAMES) }),
  /** The system asked to open something, or it was dropped on the window: a path to give to `workspace.open`. */
  opened: z.object({ path: z.string() }),
} as const;

export type ServiceCommand = keyof typeof SERVICE_COMMANDS;
export type HostCommand = keyof typeof HOST_COMMANDS;
export type Command = keyof typeof COMMANDS;
export type Payload<C extends Command> = z.infer<(typeof COMMANDS)[C]['payload']>;
export type Answer<C extends Command> = z.infer<(typeof COMMANDS)[C]['answer']>;

export type EventName = keyof typeof EVENTS;
export type EventPayload<E extends EventName> = z.infer<(typeof EVENTS)[E]>;
/** An event as it travels. The service stamps its own; a host's (`hello`, `menu`, `opened`) are of no workspace. */
export type AppEvent = {
  readonly [E in EventName]: { readonly name: E; readonly payload: EventPayload<E>; readonly at?: Stamp };
}[EventName];

/** An answer as it travels: a value, or why there is none. Nothing is thrown across a transport. Stamped where it is of a workspace. */
export type Envelope = ({ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problems: readonly Problem[] }) & {
  readonly at?: Stamp;
};

export type { Stamp };

/** One function a command. The service implements `Handlers<ServiceCommand>`, a host `Handlers<HostCommand>`. */
export type Handlers<C extends Command> = {
  readonly [K in C]: (payload: Payload<K>) => Promise<Answer<K>> | Answer<K>;
};
