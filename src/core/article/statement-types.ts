/** A line, or a part of one that is held against the source in its own way. */
export interface Statement {
  /**
   * `words` say something; `quoted` are somebody's own; `speaker` is who spoke; `date` is `YYYY-MM-DD` or shorter, `~` before it for
   * about; `value` is a number whose unit may stand in a heading.
   */
  readonly kind: 'words' | 'quoted' | 'speaker' | 'date' | 'value';
  readonly text: string;
  /** The paragraphs that it names; those without any are left out by whoever reads this. */
  readonly refs: readonly number[];
}
