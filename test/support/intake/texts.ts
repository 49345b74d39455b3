/** A raw article with a bit of everything, in words of our own. */
export const FERRY = `Ferry to Aren Loses Its Night Crossing

By Ana Ruiz

3 May 2024

The island’s only ferry will stop sailing after dark from June.

The island council voted on 30 April to end the night crossing. It carried 41 passengers on an average night last year.

“We cannot pay a crew to carry an empty deck,” said Omar Haddad, the harbour master.

The operator may reportedly bring the crossing back in 2026 if the mainland pays for a second crew of nine.

Residents have until 15 May to object, and the council must answer each of them within two weeks.
`;

/** The same a week later: a paragraph changed, one gone, one new. */
export const FERRY_LATER = FERRY.replace('3 May 2024', '10 May 2024')
  .replace('It carried 41 passengers on an average night last year.', 'It carried 39 passengers on an average night last year.')
  .replace(/“We cannot pay[^\n]*\n\n/, '')
  .replace('Residents have until', 'The mainland offered 2.4 million euros on 8 May.\n\nResidents have until');

/** Another article that happens to have the same title. */
export const OTHER_FERRY = `Ferry to Aren Loses Its Night Crossing

By Lena Falk

1 March 2021

A film of that name opened in Vess on Monday, and its director left the hall before the applause had ended.

It tells of two brothers who run a boat between a town and its prison, and it lasts for almost three hours.
`;
