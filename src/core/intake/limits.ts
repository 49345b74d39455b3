import type { IntakeLimits } from './stage-types.ts';

const MEGABYTE = 1024 * 1024;

/** What 10 seconds and 512 MB hold on two cores (measured: docs/intake.md), with room to spare. */
export const DEFAULT_LIMITS: IntakeLimits = {
  bytes: 32 * MEGABYTE,
  inflatedBytes: 64 * MEGABYTE,
  characters: 3_000_000,
  depth: 200,
  elements: 60_000,
  pages: 500,
};
