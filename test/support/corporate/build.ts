import { join } from 'node:path';
import { unwrap } from '../../../src/core/base/errors.ts';
import type { Scene } from '../../../src/core/layout/types.ts';
import { readPack } from '../../../src/core/template/index.ts';
import { bindLayouts, importCompanyTemplate, readCompanyTemplate, type BoundLayout } from '../../../src/core/template/company/index.ts';
import type { CompanyTemplate } from '../../../src/core/template/company/types.ts';
import type { Pack } from '../../../src/core/template/types.ts';
import { buildScene, loadBriefing } from '../../../src/workspace/build.ts';
import { FONTS } from '../layout.ts';
import { builtInPack } from '../pack.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export interface TakenIn {
  readonly template: CompanyTemplate;
  readonly layouts: readonly BoundLayout[];
  readonly pack: Pack;
}

/** An organisation's file as a pack, all in memory. */
export function ingest(bytes: Uint8Array, file = 'company.potx'): TakenIn {
  const made = unwrap(importCompanyTemplate({ title: 'Company', file, bytes, slides: builtInPack() }));
  return { template: made.template, layouts: made.layouts, pack: unwrap(readPack(made.files, 'company')) };
}

export function read(bytes: Uint8Array): CompanyTemplate {
  return unwrap(readCompanyTemplate(bytes, { name: 'company.potx' }));
}

export { bindLayouts };

/** A sample briefing in a pack, laid out. */
export async function sampleIn(pack: Pack, sample: string): Promise<Scene> {
  const sources = unwrap(await loadBriefing(join(root, 'content', sample), root));
  const briefing = { ...sources.briefing, template: pack.name, options: {} };
  return unwrap(await buildScene({ sources: { ...sources, briefing }, pack, forPresenter: true, fonts: FONTS })).scene;
}
