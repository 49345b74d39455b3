import type { Images, Slide } from '../deck/types.ts';
import type { Direction, Theme } from '../template/theme/types.ts';
import { faceFinder } from './font/faces.ts';
import type { SlideJob } from './slide/job.ts';
import type { FontLibrary } from './types.ts';
import type { FindFace } from './font/types.ts';

/** What all slides of a deck are laid out with. */
export interface LayoutInputs {
  readonly theme: Theme;
  readonly library: FontLibrary;
  readonly images: Images;
  readonly direction: Direction;
  readonly language: string;
  /** Of its articles, where they have others. */
  readonly languages: Readonly<Record<string, string>> | undefined;
}

/** Answers the slide as it was laid out last, or what `make` makes of it. */
export type SlideCache = (slide: Slide, make: () => SlideJob) => SlideJob;

/** The slides of the last deck that was laid out with it. Gives the same scenes as without, only sooner. */
export interface LayoutMemory {
  /** The library's faces with the widths that were measured for the last deck. */
  readonly faces: (library: FontLibrary) => FindFace;
  /** Begins the next deck; slides that it does not ask for are forgotten. */
  readonly next: (surroundings: LayoutInputs) => SlideCache;
}

export const noCache: SlideCache = (_slide, make) => make();

export function layoutMemory(): LayoutMemory {
  let last = new Map<string, SlideJob>();
  let around: Omit<LayoutInputs, 'images'> | null = null;
  let measured: { readonly library: FontLibrary; readonly find: FindFace } | null = null;
  return {
    faces: (library) => {
      if (measured?.library !== library) measured = { library, find: faceFinder(library) };
      return measured.find;
    },
    next: (surroundings) => {
      const { theme, library, images, direction, language, languages } = surroundings;
      const same =
        around?.theme === theme &&
        around.library === library &&
        around.direction === direction &&
        around.language === language &&
        JSON.stringify(around.languages) === JSON.stringify(languages);
      const before = same ? last : new Map<string, SlideJob>();
      const now = new Map<string, SlideJob>();
      [last, around] = [now, { theme, library, direction, language, languages }];
      return (slide, make) => {
        const shown = slide.blocks.flatMap(({ block }) =>
          block.kind === 'image' ? block.pictures.map(({ src }) => images.get(src)?.hash ?? null) : [],
        );
        const key = JSON.stringify([slide, shown]);
        const work = before.get(key) ?? make();
        now.set(key, work);
        return work;
      };
    },
  };
}
