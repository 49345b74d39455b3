/** Words of Lectern's own that stand on slides, by the deck's language. A missing language falls back to English. */
export interface Words {
  readonly agenda: string;
  readonly sources: string;
  readonly quotation: string;
  readonly timeline: string;
  readonly figures: string;
  readonly table: string;
  readonly chart: string;
  readonly image: string;
  readonly actors: string;
  readonly notes: string;
  /** Before a paragraph's number in the list of sources. */
  readonly paragraph: string;
  readonly presenter: string;
  readonly audience: string;
  readonly minutes: string;
  readonly continued: string;
  /** Behind the title of a slide that was divided: which part of how many. */
  readonly part: string;
  readonly about: string;
  /** At the briefing's own date on a timeline. */
  readonly today: string;
  /** Above a timeline’s events whose dates cannot be read. */
  readonly undated: string;
  /** Marks a line that has no source: the briefer's own. */
  readonly ownLine: string;
  /** Said of a line with a source whose words are a person's, where the source is shown, and behind quoted words that were changed. */
  readonly reworded: string;
  readonly disclaimer: string;
  /** Above what changed since an earlier deck. */
  readonly changes: string;
  /** Before a line or slide that the earlier deck did not have, that this one has not any more, that stands elsewhere. */
  readonly added: string;
  readonly removed: string;
  readonly moved: string;
}
