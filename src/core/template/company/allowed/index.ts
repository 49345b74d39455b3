export { BrokenPart } from './xml.ts';
export { INERT, WORDS, type What } from './table.ts';
export { sanitise, type Allowed, type LeftOut } from './sanitise.ts';
