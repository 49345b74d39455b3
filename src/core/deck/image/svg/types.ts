/** Says what of a drawing was left out, in words. */
export type Report = (what: string) => void;

/** An element as it is kept. */
export interface Kept {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Kept | string)[];
}
