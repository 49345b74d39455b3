export { conventionOf, DIVIDED, KNOWN_TAGS, type Convention, type Mark } from './conventions.ts';
export { markShown } from './evidence.ts';
export { readNumber, readNumbers, type Custom, type Reading, type Refusal } from './read.ts';
export { decimalsOf, numberFormatter, numberStyle, signsOf, type NumberStyle, type Signs } from './show.ts';
export { writeNumber } from './write.ts';
