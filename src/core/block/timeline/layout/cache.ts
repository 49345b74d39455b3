import type { TimelineCache } from './types.ts';

export function timelineCache(): TimelineCache {
  return {
    shortDated: new Map(),
    drawings: new Map(),
    readers: new Map(),
    read: new Map(),
    paragraphs: new Map(),
    set: new Map(),
    widths: new Map(),
  };
}
