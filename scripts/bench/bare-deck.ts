import type { Box, Scene } from '../../src/core/layout/types.ts';
import { plainText } from '../../src/core/base/text.ts';

/** The boxes of a scene as `bare.mjs` reads them: words, places and sizes, nothing else. */
export function bareDeck(scene: Scene): object {
  return {
    ...scene.theme.page,
    slides: scene.slides.map((slide) => ({
      boxes: slide.boxes.flatMap(bareBox),
      notes: slide.notes.map((n) => plainText(n.runs)).join('\n'),
    })),
  };
}

function bareBox(box: Box): object[] {
  switch (box.kind) {
    case 'text':
      return [
        {
          kind: 'text',
          frame: box.frame,
          size: box.levels[0]?.size ?? 18,
          bullet: box.role === 'body',
          paragraphs: box.paragraphs.map((p) => plainText(p.runs)),
        },
      ];
    case 'table':
      return [
        {
          kind: 'table',
          frame: box.frame,
          rows: box.rows.map((row) => row.cells.map((cell) => cell.paragraphs.map((p) => plainText(p.runs)).join('\n'))),
        },
      ];
    case 'chart':
      return [{ kind: 'chart', frame: box.frame, categories: box.categories, series: box.series }];
    case 'group':
      return box.children.flatMap(bareBox);
    case 'image':
    case 'shape':
      return [];
  }
}
