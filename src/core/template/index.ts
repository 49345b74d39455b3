export { checkPack } from './pack/check.ts';
export { readPack } from './pack/read.ts';
export { manifestSchema } from './pack/schema.ts';
export { HELPERS, type Helper } from './helpers/table.ts';
export { packCache, type PackCache } from './cache.ts';
export { renderTemplate } from './render/render.ts';
