import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Box, Scene } from '../../../../src/core/layout/types.ts';
import { checkPack } from '../../../../src/core/template/index.ts';
import { innerFrame } from '../../../../src/core/template/company/index.ts';
import { loadTheme } from '../../../../src/core/template/theme/index.ts';
import type { Frame, Theme } from '../../../../src/core/template/theme/types.ts';
import { inspectPptx, writePptx } from '../../../../src/core/write/pptx/index.ts';
import { lint } from '../../../../src/core/write/pptx/lint/index.ts';
import { textParts } from '../../../../src/core/write/pptx/base/kept.ts';
import { proofPack } from '../../../../src/workspace/proof.ts';
import { sampleIn, ingest, type TakenIn } from '../../../support/corporate/build.ts';
import { CORPORATE_SAMPLES } from '../../../support/corporate/samples.ts';
import { FONTS } from '../../../support/layout.ts';
import { hasLibreOffice } from '../../../support/libreoffice.ts';
import { packTheme } from '../../../support/theme.ts';
import { validate } from '../../../support/validator.ts';

const office = hasLibreOffice('corporate samples');
const BRIEFINGS = ['south-caucasus.briefing.yaml', 'river-port.briefing.yaml'];
const CHOICE = { format: '16:9', variant: 'light', direction: 'ltr' } as const;

function flat(boxes: readonly Box[]): Box[] {
  return boxes.flatMap((box) => (box.kind === 'group' ? [box, ...flat(box.children)] : [box]));
}

function isApart(a: Frame, b: Frame): boolean {
  return a.x + a.width <= b.x + 0.5 || b.x + b.width <= a.x + 0.5 || a.y + a.height <= b.y + 0.5 || b.y + b.height <= a.y + 0.5;
}

/** Where words, tables and pictures really stand. */
function inked(box: Box): Frame[] {
  if (box.kind === 'text') return box.lines.map((line) => ({ x: line.x, y: line.top, width: line.width, height: line.height }));
  return box.kind === 'shape' || box.kind === 'group' ? [] : [box.frame];
}

/** What in a deck stands in an area that its layout keeps clear. */
function trespassers(scene: Scene): string[] {
  return scene.slides.flatMap((slide) => {
    const clear = scene.theme.layouts[slide.layout]?.keepOut ?? [];
    return flat(slide.boxes).flatMap((box) => (inked(box).some((f) => clear.some((k) => !isApart(f, k))) ? [box.id] : []));
  });
}

const partsOf = (bytes: Uint8Array): Map<string, Uint8Array> => new Map(Object.entries(unzipSync(bytes)));

/** What a deck must leave as the organisation made it. */
const DESIGN = /^ppt\/(?:slideMasters|slideLayouts|theme)\/[^/]+\.xml$/;

describe.each(CORPORATE_SAMPLES.filter((s) => office || s.needsOffice !== true))('$name', ({ file, make }) => {
  let bytes: Uint8Array;
  let taken: TakenIn;
  beforeAll(async () => {
    bytes = await make();
    taken = ingest(bytes, file);
  }, 120_000);

  it('becomes a pack without faults', () => {
    expect(checkPack(taken.pack).filter((p) => p.severity === 'error')).toEqual([]);
    expect(checkPack(taken.pack).filter((p) => p.code === 'theme/placement')).toEqual([]);
  });

  it('has every layout that the slides it copies may stand on', () => {
    const layouts = (theme: Theme | null): string[] => Object.keys(theme?.layouts ?? {});
    const has = layouts(loadTheme(taken.pack, CHOICE).value);
    expect(layouts(packTheme()).filter((name) => !has.includes(name))).toEqual([]);
  });

  it('has the page, the colours and the fonts of the file', () => {
    const theme = loadTheme(taken.pack, CHOICE).value;
    const master = taken.template.masters[taken.layouts[0]?.choice.layout.master ?? 0];
    expect(theme?.page).toEqual(taken.template.page);
    expect(theme?.fonts).toEqual(master?.fonts);
    const { light } = theme?.palettes ?? {};
    const { tx1, bg1, accent1, accent2, hlink } = master?.colors ?? {};
    expect([light?.dark1, light?.light1, light?.accent1, light?.accent2, light?.hyperlink]).toEqual([tx1, bg1, accent1, accent2, hlink]);
  });

  it('puts regions where placeholders are, within a point', () => {
    const theme = loadTheme(taken.pack, CHOICE).value;
    let compared = 0;
    for (const { name, regions } of taken.layouts) {
      for (const { name: region, placeholder, trimmed } of regions) {
        const inner = placeholder && innerFrame(placeholder);
        const shared = taken.layouts.find((l) => l.name === name)?.regions.filter((r) => r.placeholder === null && r.name !== 'mark') ?? [];
        const got = theme?.layouts[name]?.regions.find((r) => r.name === region)?.frame;
        if (
          !inner ||
          trimmed !== null ||
          !got ||
          shared.some((s) => ['meta', 'lead', 'source', 'body'].includes(s.name) && !isApart(s.frame, inner))
        )
          continue;
        compared += 1;
        for (const side of ['x', 'y', 'width', 'height'] as const)
          expect(Math.abs(got[side] - inner[side]), `${name}/${region} ${side}`).toBeLessThan(1);
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('makes a proof in which nothing stands in the art', () => {
    const { value, problems } = proofPack(taken.pack, CHOICE, FONTS);
    expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
    if (!value) throw new Error('no proof');
    expect(trespassers(value)).toEqual([]);
  });

  it.each(BRIEFINGS)(
    'builds %s into the file',
    async (briefing) => {
      const scene = await sampleIn(taken.pack, briefing);
      expect(trespassers(scene)).toEqual([]);
      const { value: deck } = await writePptx(scene);
      const inherited = await validate(bytes);
      expect((await validate(deck)).filter((fault) => !inherited.includes(fault))).toEqual([]);
      const parts = partsOf(deck);
      const original = partsOf(bytes);
      const known = new Set(lint(textParts(original)).map((f) => JSON.stringify(f)));
      expect(lint(textParts(parts)).filter((f) => !known.has(JSON.stringify(f)))).toEqual([]);
      // The organisation's design, byte for byte.
      const design = [...original.keys()].filter((name) => DESIGN.test(name));
      expect(design.length).toBeGreaterThan(3);
      for (const name of design)
        expect(Buffer.compare(parts.get(name) ?? Buffer.alloc(0), original.get(name) ?? Buffer.alloc(0)), name).toBe(0);
      expect([...parts.keys()].filter((name) => /sample|Muster/.test(name))).toEqual([]);
      const types = new TextDecoder().decode(parts.get('[Content_Types].xml'));
      expect(types).not.toMatch(/template\.main/);
      // Each of our slides, and none of theirs.
      const { value: inspection } = inspectPptx(deck);
      expect(inspection.slides.map((s) => s.id)).toEqual(scene.slides.map((s) => s.id));
      expect(inspection.slides.filter((s) => s.changed || s.added || s.moved)).toEqual([]);
      expect(inspection.designChanged).toBe(false);
    },
    60_000,
  );
});
