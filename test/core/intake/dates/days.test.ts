import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../../src/core/intake/dates/direction.ts';
import { findDates } from '../../../../src/core/intake/dates/find.ts';
import { resolveDate } from '../../../../src/core/intake/dates/resolve.ts';

/** Wednesday, 12 June 2024. */
const REFERENCE = { year: 2024, month: 6, day: 12 };

function datesIn(text: string, language = 'en'): string[] {
  return findDates(text, { language }).flatMap((mention) => {
    if (mention.isDateline === true) return [];
    const direction = directionOf(text, { start: mention.start, end: mention.end, language });
    const date = resolveDate(mention, { reference: REFERENCE, direction });
    return date === null ? [] : [date.text];
  });
}

describe('days without a date of the calendar', () => {
  it.each([
    ['The weir was opened on Monday 10 June 2024.', ['2024-06-10']],
    ['The weir was opened on Tuesday, 28 May 2024, in the rain.', ['2024-05-28']],
    ['They met Thursday, June 6, behind the lock.', ['2024-06-06']],
    ['It is open Monday through Friday and Saturdays.', []],
    ['It is open from Tuesday to Sunday.', []],
    ['Every Friday they sold fish, and on a Monday nobody came.', []],
    ['He bought it on Black Friday and read the Sunday Courier.', []],
    ['The warden said Friday that the gate was shut.', ['2024-06-07']],
    ['The judge will speak on Friday.', ['2024-06-14']],
    ['After Monday’s vote the hall was empty.', ['2024-06-10']],
    ['The water rose today.', ['2024-06-12']],
    ['Yesterday evening the gate broke.', ['2024-06-11']],
    ['Last night the gate broke.', ['2024-06-11']],
    ['The last night train left.', []],
    ['They will come tomorrow morning.', ['2024-06-13']],
    ['Today’s children swim.', []],
  ])('%s', (text, dates) => {
    expect(datesIn(text)).toEqual(dates);
  });

  it.each([
    ['They expect the sale to be completed by Nov. 15, the warden said.', ['2024-11-15']],
    ['They failed to reach an agreement by March.', ['2024-03']],
    ['The dividend is payable Jan. 2 to holders.', ['2025-01-02']],
    ['The next session is on Thursday.', ['2024-06-13']],
    ['VARN, June 3 (Wire) — The gate broke in May.', ['2024-05']],
  ])('%s: before or after the day of writing', (text, dates) => {
    expect(datesIn(text)).toEqual(dates);
  });

  it.each([
    ['A club of 1850 members keeps it.', []],
    ['The house at 1790 Lock Road was sold.', []],
    ['The law of 1948 requires six visits.', ['1948']],
    ['In 1990 talks began.', ['1990']],
  ])('%s: a year needs evidence', (text, dates) => {
    expect(datesIn(text)).toEqual(dates);
  });
});

describe('days in other languages', () => {
  it.each([
    ['de', 'Der Rat tagte am Montag und am Dienstag.', ['2024-06-10', '2024-06-11']],
    ['de', 'Geöffnet ist montags, und Montag bis Freitag gibt es Suppe.', []],
    ['de', 'Im vergangenen Jahr zählte er 1850 Boote.', ['2023']],
    ['fr', 'Le conseil a voté lundi. Le lundi, le marché est fermé.', ['2024-06-10']],
    ['fr', "L'an dernier, il avait refusé 1850 demandes.", ['2023']],
    ['es', 'El concejo votó el lunes; los lunes cierra.', ['2024-06-10']],
    ['es', 'El año pasado vendió 1850 barcas.', ['2023']],
    ['it', "Il consiglio ha votato lunedì; il lunedì è chiuso. L'anno scorso no.", ['2024-06-10', '2023']],
    ['ru', 'Совет собрался в понедельник. В прошлом году он отказал 1850 жителям.', ['2024-06-10', '2023']],
    ['uk', 'Рада зібралася у понеділок. Торік вона відмовила.', ['2024-06-10', '2023']],
    ['ar', 'اجتمع المجلس يوم الاثنين. وفي العام الماضي رفض الطلب.', ['2024-06-10', '2023']],
    ['zh', '议会周一开会了。去年它拒绝了申请。每周五关门。', ['2024-06-10', '2023']],
  ])('%s: %s', (language, text, dates) => {
    expect(datesIn(text, language)).toEqual(dates);
  });
});
