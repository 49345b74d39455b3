import type { Scene, SceneSlide } from '../../src/core/layout/types.ts';
import { paragraph, scene, slide, source, textBox } from './html-scene.ts';

const item = (text: Parameters<typeof paragraph>[0], level = 0) => paragraph(text, { level, bullet: 'level' });

/** A deck of so many slides with everything the browser tests look for: points, references, notes, topics, a footer. */
export function sampleScene(count = 6, forPresenter = true): Scene {
  const slides = Array.from({ length: count }, (_, i): SceneSlide => {
    const number = i + 1;
    const refs = [(i % 3) + 1];
    const boxes = [
      textBox(
        'body',
        'body',
        [
          item([{ text: `Point of slide ${number}` }, { refs }]),
          item('A point inside it that is long enough to need another line on every slide there is', 1),
          item([{ text: 'See the ' }, { text: 'second slide', href: `#${'2'.padStart(16, '0')}` }]),
        ],
        { x: 54, y: 170 },
      ),
      textBox('footer', 'footer', [paragraph('A briefing')], { x: 54, y: 500 }),
      textBox('number', 'footer', [paragraph(String(number))], { x: 895, y: 500 }),
    ];
    const notes = forPresenter ? [{ kind: 'text' as const, runs: [{ text: `Say this on slide ${number}.` }] }] : [];
    const topic = i === 0 ? null : `article/topic-${Math.ceil(i / 2)}`;
    return slide(number, `Title ${number}`, i === 0 ? [] : boxes, { notes, topic, refs: i === 0 ? [] : refs, seconds: 60 });
  });
  const sources = [1, 2, 3].map((n) => source(n, forPresenter ? {} : { excerpt: null }));
  return scene(slides, { sources, meta: { forPresenter, minutes: count } });
}
