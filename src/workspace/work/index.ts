import { LecternError, unwrap } from '../../core/base/errors.ts';
import { checkPack, readPack } from '../../core/template/index.ts';
import { designOf, redesigned } from '../../core/template/theme/index.ts';
import type { Pack } from '../../core/template/types.ts';
import { diagnosePack, makeCompanyPack, remapped } from '../company.ts';
import { openFonts } from '../pack-fonts.ts';
import { loadPack } from '../packs.ts';
import type { Resources } from '../resources.ts';
import { openAdopting } from './adopting.ts';
import { deckMaker } from './again.ts';
import { openComparing } from './comparing.ts';
import { openMerging } from './merging.ts';
import { openPreviews } from './previews.ts';
import type { Described, LoadedPack, PackAt, Workshop } from './types.ts';

/** Packs that are kept read: those of a gallery. */
const MOST_PACKS = 30;
const MOST_CHECKS = 200;

type Loader = (place: PackAt) => Promise<LoadedPack>;

function packLoader(): Loader {
  const loaded = new Map<string, { readonly state: string; readonly loading: Promise<LoadedPack> }>();
  return ({ folder, shown, state }) => {
    const known = loaded.get(folder);
    if (known?.state === state) return known.loading;
    const loading = loadPack(folder, shown).then(
      ({ value, problems }): LoadedPack => ({ pack: value, problems }),
      (error: unknown) => {
        if (error instanceof LecternError) return { pack: null, problems: error.problems };
        throw error;
      },
    );
    loaded.set(folder, { state, loading });
    const [oldest] = loaded.keys();
    if (loaded.size > MOST_PACKS && oldest !== undefined) loaded.delete(oldest);
    return loading;
  };
}

/** What is wrong with a pack is found once for each of its states: the list of templates is asked for again and again. */
function packChecker(): (pack: Pack) => Described['problems'] {
  const known = new Map<string, Described['problems']>();
  return (pack) => {
    const key = `${pack.folder}|${pack.hash}`;
    const found = known.get(key) ?? checkPack(pack);
    if (known.size >= MOST_CHECKS) known.clear();
    known.set(key, found);
    return found;
  };
}

function described({ pack, problems }: LoadedPack, check: (pack: Pack) => Described['problems']): Described {
  if (!pack) return { manifest: null, problems };
  const { name, description, version, options, powerpoint } = pack.manifest;
  return {
    manifest: { name, description, version, options, powerpoint },
    problems: [...problems, ...check(pack)],
  };
}

/** The work itself, with what it keeps in mind from one piece to the next: packs read, slides laid out, what was sent to whom. */
export function openWorkshop(resources: Pick<Resources, 'fonts' | 'templates' | 'worker'>): Workshop {
  const fonts = openFonts(resources);
  const load = packLoader();
  const check = packChecker();
  const make = deckMaker({ load, fonts });
  const needed = async (place: PackAt): Promise<LoadedPack & { readonly pack: Pack }> => {
    const { pack, problems } = await load(place);
    if (!pack) throw new LecternError(problems);
    return { pack, problems };
  };
  return {
    preview: openPreviews({ load, fonts }),
    merge: openMerging(make),
    compare: openComparing(make),
    adopt: openAdopting(make),
    describe: async (place) => described(await load(place), check),
    read: ({ files, shown }) => {
      const { value, problems } = readPack(files, shown);
      return Promise.resolve(described({ pack: value, problems }, check));
    },
    examine: async (place) => {
      const { pack, problems } = await needed(place);
      const own = await fonts(pack);
      const { report, problems: found } = unwrap(diagnosePack(pack, own.fonts));
      return { report, problems: [...problems, ...own.problems, ...found] };
    },
    make: async (request) => {
      const made = await makeCompanyPack(request, resources, (await fonts(null)).fonts);
      return { files: unwrap(made).files, problems: made.problems };
    },
    design: async (place) => unwrap(designOf((await needed(place)).pack)),
    redesign: async ({ pack: place, changes }) =>
      new Map([['theme.yaml', new TextEncoder().encode(unwrap(redesigned((await needed(place)).pack, changes)))]]),
    remap: async ({ pack: place, changes }) => unwrap(remapped((await needed(place)).pack, changes)),
  };
}
