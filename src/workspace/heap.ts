import { setFlagsFromString } from 'node:v8';

/** From so much text on, in bytes: some 400 slides. What is shorter stays far below what a machine has. */
const LONG = 300_000;

/**
 * Has V8 let the heap of this process grow by a fifth at a time, where it otherwise doubles it before it looks for what can go, once so
 * much text is to be laid out. Measured on Node 20 (docs/benchmarks.md): a sixth to a quarter less is held, for up to a fifth more processor
 * time.
 */
export function growSlowly(bytes: number): void {
  if (bytes >= LONG) setFlagsFromString('--heap-growing-percent=20');
}
