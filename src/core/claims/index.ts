export { checkClaims, type ClaimsInput } from './check.ts';
export { findDisagreements } from './disagreements.ts';
export { checkWording } from './wording.ts';
export { mentionReader } from './mentions.ts';
