/**
 * Metric twins: free fonts whose advances equal those of Office's. Calibri, Cambria, Arial and Georgia may not travel in a deck;
 * their twins may. Names that Office or a browser may put for the same design are listed too.
 */
export const TWINS: Readonly<Record<string, string>> = {
  calibri: 'Carlito',
  'calibri light': 'Carlito',
  georgia: 'Gelasio',
  arial: 'Arimo',
  helvetica: 'Arimo',
  'helvetica neue': 'Arimo',
  'liberation sans': 'Arimo',
  cambria: 'Caladea',
};

/** Scripts that the twins lack and Lectern brings a font for. */
export const SCRIPT_FONTS: readonly { readonly script: RegExp; readonly family: string }[] = [
  { script: /[\p{Script=Arabic}\uFB50-\uFDFF\uFE70-\uFEFC]/u, family: 'Noto Sans Arabic' },
  { script: /[\p{Script=Hebrew}\uFB1D-\uFB4F]/u, family: 'Noto Sans Hebrew' },
];
