import { z } from 'zod';
import { CODES, type Problem } from '../core/base/errors.ts';
import type { Command, Envelope, Handlers, Payload } from './contract.ts';
import { COMMANDS } from './contract.ts';
import { problemsOfError } from './problems.ts';

function refusal(message: string, details: Partial<Problem>): Envelope {
  const hint = 'Restart Lectern; if it stays, report it.';
  return { ok: false, problems: [{ code: 'app/command', severity: CODES['app/command'], message, hint, ...details }] };
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(COMMANDS, name);
}

/**
 * Checks a command's payload and has it done. Total: every refusal and every fault comes back as an envelope.
 * `handlers` may hold a part of the contract; a command outside it is refused.
 */
export async function dispatch<C extends Command>(handlers: Handlers<C>, command: string, payload: unknown): Promise<Envelope> {
  if (!isCommand(command) || !Object.hasOwn(handlers, command))
    return refusal('there is no such command', { received: command.slice(0, 100) });
  const parsed = COMMANDS[command].payload.safeParse(payload);
  if (!parsed.success) {
    return refusal(`the command ${command} was given something it cannot use`, { received: z.prettifyError(parsed.error).slice(0, 1000) });
  }
  const handler = handlers[command as C];
  try {
    return { ok: true, value: await handler(parsed.data as Payload<C>) };
  } catch (error) {
    return { ok: false, problems: problemsOfError(error) };
  }
}
