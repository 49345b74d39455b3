import { describe, expect, it } from 'vitest';
import { articleScene } from '../../support/article-scene.ts';

const ARTICLE = `---
title: Days
---

## Part-loaded barges cost the port days {#days}

:::chart{type=bar unit="days"}
| Year | Days |
|---|---:|
| 2023 | 33 |
| 2024 | 38 |
| 2025 | 41 |
:::

## What happened {#events}

:::timeline
| Date | Event |
|---|---|
| 2020 | The forecast was made. |
| 2022 | Barges sailed part-loaded. |
| Later | Nobody counted. |
| 2024 | The river froze. |
:::

:::figures
| Value | Unit | Label |
|---|---|---|
| 41 | days | in the worst year. |
| 38 | days | last year. |
:::
`;

describe('what a screen reader says of what is drawn', () => {
  it('reads as sentences: it begins with a word, and no stop stands before a semicolon', async () => {
    const { slides } = await articleScene({ articles: [ARTICLE] });
    const alts = slides.flatMap(({ boxes }) => boxes.flatMap((box) => ('alt' in box && box.alt !== '' ? [box.alt] : [])));
    expect(alts.filter((alt) => /^\P{L}*$/u.test(alt.charAt(0)) && !/^\d/.test(alt))).toEqual([]);
    expect(alts.filter((alt) => /[.。][;.]|: :|\(\s*\)/u.test(alt))).toEqual([]);
    expect(alts).toContain('Days: 2023 33, 2024 38, 2025 41');
    expect(alts).toContain('41 days in the worst year; 38 days last year.');
    expect(alts.some((alt) => alt.includes('2020: The forecast was made; 2022: Barges sailed part-loaded'))).toBe(true);
  });
});
