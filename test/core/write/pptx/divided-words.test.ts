import { beforeAll, describe, expect, it } from 'vitest';
import type { Scene } from '../../../../src/core/layout/types.ts';
import { writeZip, type Parts } from '../../../../src/core/base/ooxml/zip.ts';
import { inspectPptx, writePptx } from '../../../../src/core/write/pptx/index.ts';
import { lint } from '../../../../src/core/write/pptx/lint/index.ts';
import { paragraphsOf } from '../../../../src/core/write/pptx/read/words.ts';
import { articleScene } from '../../../support/article-scene.ts';
import { opened, partText } from '../../../support/package.ts';
import { shownLines } from '../../../support/shown-lines.ts';
import { validate } from '../../../support/validator.ts';
import { DIVIDED_DECK } from '../../../support/words-deck.ts';

let scene: Scene;
let parts: Parts;

beforeAll(async () => {
  scene = await articleScene(DIVIDED_DECK);
  parts = opened((await writePptx(scene)).value);
});

const slides = (): string[] => scene.slides.map(({ number }) => partText(parts, `ppt/slides/slide${number}.xml`));
/** What a slide says with its soft hyphens as they stand in the file. */
const written = (xml: string): string => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('');

describe('words that layout divided', () => {
  it('have a soft hyphen where a line ends inside them, and at no other place', () => {
    const ends = shownLines(scene).filter((line) => line.endsWith('-'));
    const soft = slides().map(written).join('').split('\u00AD');
    expect(soft.length - 1).toBe(ends.length);
    expect(soft.slice(0, -1).map((before, i) => before.endsWith(ends[i]?.slice(0, -1) ?? '?'))).toEqual(ends.map(() => true));
    expect(ends.length).toBeGreaterThan(10);
  });

  it('make a file that is valid, with no hyphen or line break in their text', async () => {
    expect(await validate(writeZip(parts))).toEqual([]);
    expect(lint(parts)).toEqual([]);
    expect(slides().join('')).not.toMatch(/<a:br\b/);
  });

  it('are whole to whoever reads them out of the file', () => {
    const words = slides().flatMap(paragraphsOf).join(' ');
    expect(words).toContain('Grundstücksverkehrsgenehmigungszuständigkeitsübertragung');
    expect(words).toContain('Umweltverträglichkeitsprüfungsbericht');
    expect(words).not.toContain('\u00AD');
  });

  it('are not edited by a program that drops soft hyphens, or sets others', () => {
    const changed = (to: (xml: string) => string): boolean[] =>
      inspectPptx(
        writeZip(
          new Map([...parts].map(([name, part]) => [name, typeof part === 'string' && /slides\/slide\d/.test(name) ? to(part) : part])),
        ),
      ).value.slides.map((slide) => slide.changed);
    expect(changed((xml) => xml.replaceAll('\u00AD', ''))).not.toContain(true);
    expect(changed((xml) => xml.replace(/(<a:t>[^<]*ver)(kehr)/g, '$1\u00AD$2'))).not.toContain(true);
    expect(changed((xml) => xml.replaceAll('\u00AD', '-'))).toContain(true);
  });
});
