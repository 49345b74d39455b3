export { croppedJob, imageJob } from './image/job.ts';
export { IMAGE_FORMS, isRaw, readImage, type ImageName } from './image/read.ts';
export { specimenDeck } from './specimen.ts';
export type { LeftOut } from './left-out.ts';
export type { WantedLayout } from './pins.ts';
export { readDeck, type DeckContext } from './read.ts';
export { settle } from './settle.ts';
