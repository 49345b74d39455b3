/** What a package says where the deck has no date: equal decks are equal bytes, so it is never the clock's. */
const NO_DATE = '2000-01-01';

/** When a package and the workbooks in it say they were made: the first day that the deck's date may mean. */
export function packageTime({ date }: { readonly date: string | null }): string {
  const [year, month = '01', day = '01'] = (date ?? NO_DATE).split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}
