import { join } from 'node:path';
import { z } from 'zod';
import { readText } from '../../workspace/files.ts';
import { openStore } from '../../workspace/store/index.ts';

/** Pixels of the desktop, as Electron counts them. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const stateSchema = z.object({
  bounds: z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int().positive(), height: z.number().int().positive() }),
  maximized: z.boolean(),
  fullScreen: z.boolean(),
});

export type WindowState = z.infer<typeof stateSchema>;

export const SMALLEST = { width: 720, height: 520 } as const;
const FIRST = { width: 1440, height: 900 } as const;

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function clamp(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(value, to));
}

/**
 * Where to open: where the window was, moved and shrunk so that all of it lies on a screen there is now. Without a state: large, in
 * the middle of the first screen. `screens` are work areas, the main one first; at least one.
 */
export function placeWindow(last: Rectangle | null, screens: readonly Rectangle[]): Rectangle {
  const [main = { x: 0, y: 0, ...FIRST }] = screens;
  const screen = last ? screens.reduce((best, s) => (overlap(last, s) > overlap(last, best) ? s : best), main) : main;
  const wanted = last ?? FIRST;
  const width = Math.min(Math.max(wanted.width, SMALLEST.width), screen.width);
  const height = Math.min(Math.max(wanted.height, SMALLEST.height), screen.height);
  const lost = last === null || overlap(last, screen) === 0;
  const x = lost ? screen.x + Math.round((screen.width - width) / 2) : clamp(last.x, screen.x, screen.x + screen.width - width);
  const y = lost ? screen.y + Math.round((screen.height - height) / 2) : clamp(last.y, screen.y, screen.y + screen.height - height);
  return { x, y, width, height };
}

function fileIn(home: string): string {
  return join(home, 'window.json');
}

/** The last state; null where there is none, or none that can be read. */
export async function readWindowState(home: string): Promise<WindowState | null> {
  return readText(fileIn(home))
    .then((text) => stateSchema.parse(JSON.parse(text)))
    .catch(() => null);
}

/** Keeps the state for the next start. A disk that refuses costs only the memory of it. */
export async function saveWindowState(home: string, state: WindowState): Promise<void> {
  await openStore(home)
    .write(fileIn(home), `${JSON.stringify(state)}\n`)
    .catch(() => undefined);
}
