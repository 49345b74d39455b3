import { expect, it } from 'vitest';
import type { SceneSlide } from '../../../../src/core/layout/types.ts';
import { writeHtml } from '../../../../src/core/write/html/index.ts';
import { builtScene } from '../../../support/built-scene.ts';
import { FONTS } from '../../../support/layout.ts';

it('a deck of 20 slides in two font families, with notes and sources and without a picture, has at most 170 kB', async () => {
  const scene = await builtScene('south-caucasus', 'policy-brief');
  const slides = Array.from({ length: 20 }, (_, i): SceneSlide => {
    const slide = scene.slides[i % scene.slides.length];
    if (!slide) throw new Error('a sample without slides');
    return { ...slide, id: `${slide.id}-${i}`, number: i + 1 };
  });
  expect(new Set(scene.faces.map((face) => face.family)).size).toBe(2);
  expect((await writeHtml({ ...scene, slides }, FONTS)).value.byteLength).toBeLessThanOrEqual(170_000);
});
