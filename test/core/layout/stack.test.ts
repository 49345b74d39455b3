import { describe, expect, it } from 'vitest';
import { paragraphs, sceneOf, slide, textBox } from '../../support/layout.ts';

describe('text in a region', () => {
  it('is the region’s placeholder, with its frame', () => {
    const [only] = sceneOf([slide([paragraphs('Words')])]).slides;
    expect(textBox(only)).toMatchObject({ placeholder: true, frame: { x: 50, y: 150, width: 600, height: 320 } });
  });

  it('is none where the region is for pictures: PowerPoint’s picture placeholders hold no text', () => {
    const [only] = sceneOf([slide({ picture: [paragraphs('Words')] }, { layout: 'picture' })]).slides;
    expect(textBox(only, 'picture')).toMatchObject({ placeholder: false, frame: { x: 500, y: 150, width: 400 } });
  });
});
