/**
 * The formats that a deck is handed over in, in the order in which they are offered and made. This is the one list: the command line,
 * the contract, the settings and the screens read it, and `workspace/formats.ts` has an entry for each, or it does not compile.
 */
export const DECK_FORMATS = ['pptx', 'html', 'pdf'] as const;

/** A deck's one page to read, beside it on request. */
export const BRIEF_FORMATS = ['brief-docx', 'brief-html'] as const;

/** What may be exported: the deck's formats and its brief's. */
export const EXPORT_FORMATS = [...DECK_FORMATS, ...BRIEF_FORMATS] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a hand-over may leave out: a format, or all that is for one of the two. */
export const HANDOVER_PARTS = [...DECK_FORMATS, 'presenter', 'audience'] as const;

export type HandoverPart = (typeof HANDOVER_PARTS)[number];

/** What the command line writes: those, and the laid-out scene as JSON for other programs. */
export const FILE_FORMATS = [...EXPORT_FORMATS, 'scene'] as const;

export type FileFormat = (typeof FILE_FORMATS)[number];
