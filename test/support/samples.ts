import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '../../src/core/base/errors.ts';
import type { MadeScene } from '../../src/core/pipeline/index.ts';
import type { Scene } from '../../src/core/layout/types.ts';
import type { PageFormat, Variant } from '../../src/core/template/theme/types.ts';
import { buildScene, loadBriefing } from '../../src/workspace/build.ts';
import { loadPack } from '../../src/workspace/packs.ts';
import { FONTS } from './layout.ts';

const root = join(import.meta.dirname, '..', '..');

/** The sample briefings and the built-in packs, as they lie in the repository. */
export const SAMPLES = readdirSync(join(root, 'content')).filter((name) => name.endsWith('.briefing.yaml'));
export const PACKS = readdirSync(join(root, 'templates'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

export interface SampleChoice {
  readonly sample: string;
  readonly pack: string;
  readonly variant?: Variant;
  readonly format?: PageFormat;
  readonly forPresenter?: boolean;
}

/** A sample briefing, laid out in a pack. */
export async function sampleScene(choice: SampleChoice): Promise<Scene> {
  return (await sampleMade(choice)).scene;
}

/** The same with the view and the deck that it was made from. */
export async function sampleMade(choice: SampleChoice): Promise<MadeScene> {
  const { sample, pack, variant = 'light', format = '16:9', forPresenter = true } = choice;
  const sources = unwrap(await loadBriefing(join(root, 'content', sample), root));
  const briefing = { ...sources.briefing, template: pack, options: { variant, format } };
  const folder = join(root, 'templates', pack);
  const loaded = unwrap(await loadPack(folder, `templates/${pack}`));
  return unwrap(await buildScene({ sources: { ...sources, briefing }, pack: loaded, forPresenter, fonts: FONTS }));
}
