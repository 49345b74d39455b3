export { fontsNote } from './fonts-note.ts';
export { writeHandoverIndex } from './index-page.ts';
export { writeHandoverSources } from './sources-page.ts';
