declare module 'subset-font' {
  /** Cuts a font (sfnt, woff or woff2) to the glyphs of a text. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: {
      readonly targetFormat?: 'sfnt' | 'woff' | 'woff2';
      readonly noHinting?: boolean;
      /** OpenType features to keep; all where none are named. */
      readonly keepFeatures?: readonly string[];
    },
  ): Promise<Buffer>;
}
