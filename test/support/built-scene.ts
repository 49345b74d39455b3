import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '../../src/core/base/errors.ts';
import type { Briefing, OptionValue } from '../../src/core/briefing/types.ts';
import type { Scene } from '../../src/core/layout/types.ts';
import { buildScene, loadBriefing, loadPackFor } from '../../src/workspace/build.ts';
import { loadFonts } from '../../src/workspace/fonts.ts';
import { resourcesBelow } from '../../src/workspace/resources.ts';

const ROOT = process.cwd();

/** The packs that come with Lectern. */
export const PACKS = readdirSync(join(ROOT, 'templates'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** A sample briefing, built with a pack as the command line would. */
export async function builtScene(
  briefing: 'south-caucasus' | 'river-port',
  pack: string,
  options: Readonly<Record<string, OptionValue>> = {},
  forPresenter = true,
  otherwise: Partial<Briefing> = {},
): Promise<Scene> {
  const file = join(ROOT, 'content', `${briefing}.briefing.yaml`);
  const resources = resourcesBelow(ROOT);
  const sources = unwrap(await loadBriefing(file, ROOT));
  const changed = { ...sources, briefing: { ...sources.briefing, ...otherwise, options: { ...sources.briefing.options, ...options } } };
  const loaded = unwrap(await loadPackFor({ name: pack, by: 'user' }, file, resources, ROOT));
  return unwrap(await buildScene({ sources: changed, pack: loaded, forPresenter, fonts: await loadFonts(resources.fonts) })).scene;
}
