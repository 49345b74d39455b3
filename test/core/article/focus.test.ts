import { describe, expect, it } from 'vitest';
import { parseArticle, writeArticle } from '../../../src/core/article/index.ts';
import { articleMade } from '../../support/article-scene.ts';

const article = (src: string): string => `---\ntitle: T\nlanguage: en\n---\n\n## A\n\n![A quay](${src} "Caption | Credit")\n`;

function read(src: string) {
  const { value, problems } = parseArticle(article(src), { file: 'a.md' });
  const block = value?.topics[0]?.blocks[0];
  if (!value || block?.kind !== 'image') throw new Error('no image');
  return {
    src: block.src,
    focus: block.focus ?? null,
    problems: problems.map(({ code, place }) => [code, place?.line]),
    text: writeArticle(value),
  };
}

describe('the focus of an image', () => {
  it.each([
    ['a.jpg', null],
    ['a.jpg#focus=0.5,0.3', { x: 0.5, y: 0.3 }],
    ['a.jpg#focus=50%25,30%25', { x: 0.5, y: 0.3 }],
    ['a.jpg#focus=50%,30%', { x: 0.5, y: 0.3 }],
    ['a.jpg#focus=0,1', { x: 0, y: 1 }],
    ['my%20quay.jpg#focus=.25,1', { x: 0.25, y: 1 }],
  ])('%s is read, written and read again', (src, focus) => {
    const first = read(src);
    expect([first.focus, first.problems, first.src.includes('#')]).toEqual([focus, [], false]);
    const again = parseArticle(first.text, { file: 'a.md' }).value?.topics[0]?.blocks[0];
    expect(again).toMatchObject({ src: first.src, ...(focus && { focus }) });
  });

  it.each(['1.5,0.3', '0.5', '0.5,0.3,0.1', '-0.1,0.5', '120%,10%', 'left,top', ''])(
    '%s is none: the image is whole, and that is said',
    (text) => {
      expect(read(`a.jpg#focus=${text}`)).toMatchObject({ src: 'a.jpg', focus: null, problems: [['article/image-focus', 8]] });
    },
  );

  it.each(['policy-brief', 'situation-report', 'talking-points'])(
    'lets it run to the edges of the page in %s, and nothing else does',
    async (pack) => {
      const boxOf = async (src: string) => {
        const { scene } = await articleMade({ articles: [article(src)], pack });
        const boxes = scene.slides.flatMap(({ boxes }) => boxes.filter((box) => box.kind === 'image'));
        return { box: boxes[0], page: scene.theme.page };
      };
      const { box, page } = await boxOf('map.png#focus=0.5,0.3');
      expect([box?.frame.x, box?.frame.width]).toEqual([0, page.width]);
      expect((box?.crop.top ?? 0) + (box?.crop.bottom ?? 0)).toBeGreaterThan(0.2);
      expect((await boxOf('map.png')).box?.crop).toEqual({ left: 0, right: 0, top: 0, bottom: 0 });
    },
  );
});
