export { readImage, type ImageName } from './image/read.ts';
export { specimenDeck } from './specimen.ts';
export { readDeck, type DeckContext } from './read.ts';
