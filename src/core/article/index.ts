export { cleanLine, cleanText } from './clean.ts';
export { isIsoDate, readVagueDate } from './dates.ts';
export { frontMatterSchema } from './front-matter.ts';
export { parseArticle, parseBody, parseInline, type FragmentOptions, type ParseOptions } from './parse.ts';
export type { Body } from './read/blocks.ts';
export { ID_FORM, slug } from './slug.ts';
export { hasComment, whereIn, withoutComments } from './syntax/comments.ts';
export { parseSourceText, writeSourceText } from './source-text.ts';
export { writeArticle, writeInline } from './write/index.ts';
