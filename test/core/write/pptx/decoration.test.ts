import { describe, expect, it } from 'vitest';
import { specimenDeck } from '../../../../src/core/deck/index.ts';
import { unwrap } from '../../../../src/core/base/errors.ts';
import { layOut } from '../../../../src/core/layout/index.ts';
import { readZip } from '../../../../src/core/base/ooxml/zip.ts';
import { readPack } from '../../../../src/core/template/index.ts';
import { loadTheme } from '../../../../src/core/template/theme/index.ts';
import type { Direction, Theme } from '../../../../src/core/template/theme/types.ts';
import { writeHtml } from '../../../../src/core/write/html/index.ts';
import { writePptx } from '../../../../src/core/write/pptx/index.ts';
import { META } from '../../../support/deck.ts';
import { FONTS } from '../../../support/layout.ts';
import { packFiles } from '../../../support/pack.ts';
import { validate } from '../../../support/validator.ts';

const BAND = '{ rectangle: accent1, gradient: { angle: 30, stops: [[0, accent1, 1], [1, "#FFFFFF", 0.25]] }, columns: 1-6, rows: 0-6 }';
const WORDS = '{ text: "Harbour & Sons\\nInternal", levels: [1, 2], style: body, anchor: middle, columns: 1-6, rows: 0-6 }';

function theme(decoration: string, direction: Direction = 'ltr'): Theme {
  const files = packFiles();
  const text = `${new TextDecoder().decode(files.get('theme.yaml'))}decoration: [${decoration}]\n`;
  const pack = unwrap(readPack(new Map([...files, ['theme.yaml', Buffer.from(text)]]), 'tiny'));
  return unwrap(loadTheme(pack, { format: '16:9', variant: 'light', direction }));
}

describe('decoration of a pack', () => {
  it('may be words and gradients, in both formats', async () => {
    const own = theme(`${BAND}, ${WORDS}`);
    const scene = unwrap(layOut(specimenDeck(own, META), own, { fonts: FONTS, images: new Map() }));
    const { value: deck } = await writePptx(scene);
    expect(await validate(deck)).toEqual([]);
    const master = new TextDecoder().decode(readZip(deck).get('ppt/slideMasters/slideMaster1.xml'));
    expect(master).toMatch(/<a:gs pos="100000"><a:srgbClr val="FFFFFF"><a:alpha val="25000"\/>[^]*<a:lin ang="1800000"/);
    expect(master).toContain('<a:t>Harbour &amp; Sons</a:t>');
    const html = new TextDecoder().decode((await writeHtml(scene, FONTS)).value);
    expect(html).toMatch(/>Harbour &amp; Sons<\/text>[^]*>Internal<\/text>/);
    expect(html).toMatch(/stop-opacity=0?\.25/);
  });

  it('is mirrored from right to left, its gradients too', () => {
    const [band, words] = theme(`${BAND}, ${WORDS}`, 'rtl').decoration;
    expect(band).toMatchObject({ kind: 'rectangle', gradient: { angle: 150 } });
    expect(words?.frame.x).toBeGreaterThan(480);
  });

  it('names no style that there is not', () => {
    const files = packFiles();
    const text = `${new TextDecoder().decode(files.get('theme.yaml'))}decoration: [${WORDS.replace('style: body', 'style: bodi')}]\n`;
    const pack = unwrap(readPack(new Map([...files, ['theme.yaml', Buffer.from(text)]]), 'tiny'));
    const { problems } = loadTheme(pack, { format: '16:9', variant: 'light', direction: 'ltr' });
    expect(problems.map((p) => [p.code, p.received])).toEqual([['theme/field', 'bodi']]);
  });
});
