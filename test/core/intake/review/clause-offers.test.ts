import { describe, expect, it } from 'vitest';
import { shortestClause } from '../../../../src/core/intake/index.ts';

/** What must not go, in sentences of our own; each is of a kind that an editor refused when offers were judged one by one. */
describe('a shorter form', () => {
  it.each([
    // Who says so.
    ['Two guards were freed in the southern valley on Monday, a captain told the paper.', 'told'],
    ['The losses did not exceed the gains and were largely even, say traders.', 'say'],
    ['Harlan says the guards searched the mill and were able to find the key.', 'says'],
    // What the next part is part of.
    ['The rule was praised by Ana Moll, who heads the Millers’ Union, a group that has fought for it.', 'who heads'],
    ['The prisoners include Odo Lund, the younger brother of the warden, Henrik Lund.', 'younger brother'],
    ['She gets a second chance, which leads her to stop the clock, to no effect at all.', 'which leads'],
    ['The detail is superb, with clear drawings that are easy to follow, and really helps a beginner.', 'with clear drawings'],
    // Half of a list.
    ['With the new adapters you can buy fast and cheap lamps and kettles that are smaller than the old ones.', 'kettles'],
    ['When comparing the two years, tools like the saw, the plane, the drill, and the lathe are less in demand.', 'lathe'],
    // The other side.
    ['The mayor suggests that he barely knows the envoy, but the envoy has said that they met often.', 'but'],
  ])('of “%s” keeps “%s”', (sentence, words) => {
    expect(shortestClause(sentence)).toContain(words);
  });

  it('of a caption in brackets is the caption', () => {
    for (const caption of ['(Photo: Hanne Moll for the Varn Courier)', '(VC) — The latest on the flood in the valley (all times local):'])
      expect(shortestClause(caption)).toBe(caption);
  });

  it('is still found where nothing of this is lost', () => {
    expect(shortestClause('The town has one of the oldest weirs in the valley, which was built in haste.')).toBe(
      'The town has one of the oldest weirs in the valley.',
    );
  });
});

describe('a shorter form of what commas do not divide', () => {
  it.each([
    ['But when Dr. Odo Lund, a surgeon of the valley, took a look, he disagreed at once.', 'took a look'],
    ['The warden, Ana Moll — whose father, also as warden, built the weir — promised to keep it.', 'whose father'],
    ['It is a sale of the northern mill and some related fields to the Varn family.', 'related fields'],
    ['The case was dropped because the judges could not proceed while the owner remained abroad.', 'while the owner'],
    ['The union uses, supports and spreads the old tools, thereby keeping the craft alive, with only minor exceptions.', 'thereby'],
    ['Old tools can bring joy to many, but make sure the tools on your list are sharp and are being used.', 'bring joy'],
  ])('of “%s” keeps “%s”', (sentence, words) => {
    expect(shortestClause(sentence)).toContain(words);
  });
});

describe('a shorter form keeps its main clause', () => {
  it.each([
    ['Despite what the town announced in May about the weir, actually building it has proved hard.', 'has proved hard'],
    ['Photographs which were printed in May and are going round the valley show the old weir.', 'show the old weir'],
    ['Perhaps there is hope, since the new union, as Moll calls it, will have money.', 'since the new union'],
    ['In addition to my own tools, the shop uses three old lathes, among them two of oak.', 'In addition to'],
    ['The weir lost water at its foot for the first time this year, a new survey reports.', 'a new survey reports'],
    ['He had found a strange cell with a long tail, and it was covered with small hairs.', 'strange cell'],
    ['You can cross the weir on foot or by cart, although there are limits to both of these.', 'although'],
  ])('of “%s” keeps “%s”', (sentence, words) => {
    expect(shortestClause(sentence)).toContain(words);
  });
});

describe('a shorter form keeps its condition and its complement', () => {
  it.each([
    ['It is fine to cross the weir at night, as long as the lower gate is shut.', 'as long as'],
    ['The town named Ana Moll, a miller, as its choice for warden and Odo Lund, a joiner, as its pick for clerk.', 'as its pick'],
    ['The guests were kept out of the mill, though the former warden was let in later.', 'though'],
    ['If you live by the river, hearing the weir at night keeps you awake for weeks.', 'keeps you awake'],
  ])('of “%s” keeps “%s”', (sentence, words) => {
    expect(shortestClause(sentence)).toContain(words);
  });
});
