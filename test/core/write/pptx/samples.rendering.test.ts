import { describe, expect, it } from 'vitest';
import { inspectPptx, editProblems, writePptx } from '../../../../src/core/write/pptx/index.ts';
import { lint } from '../../../../src/core/write/pptx/lint/index.ts';
import { convertAll, hasLibreOffice } from '../../../support/libreoffice.ts';
import { opened } from '../../../support/package.ts';
import { readPdf } from '../../../support/pdf.ts';
import { PACKS, SAMPLES, sampleScene } from '../../../support/samples.ts';
import { validate } from '../../../support/validator.ts';

const CHOICES = SAMPLES.flatMap((sample) =>
  PACKS.flatMap((pack) => (['light', 'dark'] as const).map((variant) => ({ sample, pack, variant }))),
);

describe('the samples', () => {
  it.each(CHOICES)('are valid decks: $sample in $pack, $variant', async (choice) => {
    const scene = await sampleScene(choice);
    const { value, problems } = await writePptx(scene);
    expect(await validate(value)).toEqual([]);
    expect(lint(opened(value))).toEqual([]);
    expect(problems.filter((p) => p.code !== 'write/contrast')).toEqual([]);
    const inspection = inspectPptx(value).value;
    expect([inspection.digest, inspection.rewritten]).toEqual(['intact', false]);
    expect(editProblems(inspection, 'inspect/edited', 'Keep it.')).toEqual([]);
  });

  it.skipIf(!hasLibreOffice('test/core/write/pptx/samples.rendering.test.ts'))(
    'are opened by LibreOffice with as many pages as slides',
    async () => {
      const scenes = await Promise.all(SAMPLES.map((sample) => sampleScene({ sample, pack: 'policy-brief' })));
      const decks = await Promise.all(scenes.map(async (scene) => (await writePptx(scene)).value));
      const pages = await Promise.all((await convertAll(decks, { format: 'pdf' })).map((pdf) => readPdf(pdf)));
      expect(pages.map((list) => list.length)).toEqual(scenes.map((scene) => scene.slides.length));
    },
  );
});
