import type { Origin } from '../../core/base/origin.ts';
import { originsOf, plainText, type TextRun } from '../../core/base/text.ts';
import type { Scene } from '../../core/layout/types.ts';
import { linesOn } from './origin.ts';
import { flat, isOwn, piecesOf, sliced } from './pieces.ts';

/** What a deck says that is no topic's: a hand that copies or joins lines takes it along. */
export interface TemplateWords {
  /** Whole lines: where a slide comes from, a footer. */
  readonly lines: ReadonlySet<string>;
  /** Behind lines: that nobody vouches for them. */
  readonly behind: readonly string[];
}

/** Whether a field can be a line of a topic. */
const isLine = ({ topic, field }: Origin): boolean => topic !== null && /^(?:headline|heading|summary|notes|blocks\..*)$/.test(field);

export function templateWords(scene: Scene): TemplateWords {
  const lines = new Set<string>();
  const behind = new Set<string>();
  scene.slides.forEach((_, slide) => {
    for (const runs of linesOn(scene, slide)) {
      const last = piecesOf(runs, () => null)?.at(-1);
      if (!originsOf(runs).some(isLine)) lines.add(flat(plainText(runs)).trim());
      else if (last && !isOwn(last) && /\p{L}{2}/u.test(last.text)) behind.add(last.text.trim());
    }
  });
  return { lines, behind: [...behind] };
}

/** Words without what a template puts behind lines, wherever it stands in them. */
export function withoutTemplate(runs: readonly TextRun[], { behind }: TemplateWords): TextRun[] {
  return behind.reduce<TextRun[]>(
    (now, words) => {
      let left = now;
      for (;;) {
        const text = left.map((run) => run.text.replace(/[\u00A0\u202F]/g, ' ')).join('');
        const at = text.indexOf(words);
        if (at === -1) return left;
        const end = at + words.length;
        const gap = at > 0 && end < text.length && !/\s$/.test(text.slice(0, at)) && !/^\s/.test(text.slice(end)) ? [{ text: ' ' }] : [];
        left = [...sliced(left, 0, at), ...gap, ...sliced(left, end, text.length)];
      }
    },
    [...runs],
  );
}
