/**
 * The formats that a deck is written in, in the order in which they are offered and made. This is the one list: the command line,
 * the contract, the settings and the screens read it, and `workspace/formats.ts` has an entry for each, or it does not compile.
 */
export const DECK_FORMATS = ['pptx', 'html', 'pdf'] as const;

/** A format by its file ending. */
export type DeckFormat = (typeof DECK_FORMATS)[number];
