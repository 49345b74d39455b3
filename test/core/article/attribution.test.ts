import { describe, expect, it } from 'vitest';
import { readAttribution } from '../../../src/core/article/attribution.ts';

describe('who said it', () => {
  it.each([
    ['Ines Aldworth, CEO, Acme Ltd., 2025-08-12', 'Ines Aldworth', 'CEO, Acme Ltd.', '2025-08-12'],
    ['سلمى الخطيب، وزيرة المياه، 2025-02-20', 'سلمى الخطيب', 'وزيرة المياه', '2025-02-20'],
    ['李华，能源局局长，2025-04-04', '李华', '能源局局长', '2025-04-04'],
    ['نور، باحثة', 'نور', 'باحثة', null],
    ['Ana Ruiz, class of, 1984,', 'Ana Ruiz', 'class of, 1984', null],
  ])('%s', (text, speaker, role, date) => {
    const read = readAttribution(text);
    expect([read.speaker, read.role, read.date?.text ?? null]).toEqual([speaker, role, date]);
  });
});
