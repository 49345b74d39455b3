import { describe, expect, it } from 'vitest';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { articleScene } from '../support/article-scene.ts';
import { pinnedFonts } from '../support/fonts.ts';
import { convertAll, hasLibreOffice } from '../support/libreoffice.ts';
import { compareLines } from '../support/parity.ts';
import { readPdf } from '../support/pdf.ts';
import { PACKS } from '../support/samples.ts';
import { validate } from '../support/validator.ts';

const FILE = 'test/end-to-end/items.rendering.test.ts';

/** Every form of items, in a language of their own. */
const ARTICLES = {
  en: `## Options {#options}

:::cards
- **Wait.** Costs nothing.
- [x] **Build.** The basin, in two stages
  - Forty million euros
  - Open in 2031
:::

## Steps {#steps}

:::steps
- The corridor
  1. Armenia feared a corridor.
  2. **The step reassured both.**
- The enclave
  1. A hurdle is gone.
  2. Talks began.
  3. **Yerevan recognises the borders.**
:::
`,
  de: `## Vorher und nachher {#vergleich}

:::compare
| | Heute | **Mit dem Plan** |
|---|---|---|
| Container im Jahr | 80.300 | 120.000 |
| Lärm in der Nacht | Stromerzeuger der Schiffe | Landstrom; keine Maschine läuft |
:::

## Beschlüsse {#beschluesse}

:::decisions
1. Die fünf Maßnahmen auf die **Tagesordnung** setzen — Geschäftsstelle, 2025-05-31
2. **Ein Mitglied benennen**, das mit den Anwohnern spricht
:::
`,
  ar: `## الخطوات {#steps}

:::steps
1. القرار
2. طلب الرافعات
3. **الافتتاح**
:::

## الخيارات {#options}

:::cards
- **الانتظار.** لا يكلف شيئا
- **البناء.** أربعون مليون يورو
- **الانتقال.** لم يحسبه أحد
:::
`,
} as const;

describe.skipIf(!hasLibreOffice(FILE))('repeating items', () => {
  it('are valid, and stand where the scene has them in LibreOffice, in every pack', { timeout: 300_000 }, async () => {
    const made = PACKS.flatMap((pack) => Object.entries(ARTICLES).map(([language, body]) => ({ pack, language, body })));
    const scenes = await Promise.all(
      made.map(({ pack, language, body }) => articleScene({ pack, articles: [`---\ntitle: T\nlanguage: ${language}\n---\n\n${body}`] })),
    );
    const decks: Uint8Array[] = [];
    for (const scene of scenes) {
      const { value, problems } = await writePptx(scene);
      expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
      expect(await validate(value)).toEqual([]);
      decks.push(value);
    }
    const pdfs = await convertAll(decks, { format: 'pdf', fontconfig: await pinnedFonts() });
    const off: string[] = [];
    let compared = 0;
    for (const [i, scene] of scenes.entries()) {
      // Poppler gives the words of Arabic in the order that they are seen in.
      if (made[i]?.language === 'ar') continue;
      const pages = await readPdf(pdfs[i] ?? new Uint8Array());
      for (const slide of scene.slides.filter(({ boxes }) => boxes.some((box) => box.kind === 'group' && box.role === 'items')))
        for (const line of compareLines(scene, slide, pages[slide.number - 1]?.words ?? [])) {
          compared += 1;
          if (line.baseline === null || Math.abs(line.baseline) > 1.2)
            off.push(`${made[i]?.pack ?? ''} ${made[i]?.language ?? ''} ${slide.number}: ${line.expected} ${line.baseline ?? line.found}`);
        }
    }
    expect(compared).toBeGreaterThan(60);
    expect(off).toEqual([]);
  });
});
