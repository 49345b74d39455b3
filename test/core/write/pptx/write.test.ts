import { describe, expect, it } from 'vitest';
import { lint } from '../../../../src/core/write/pptx/lint/index.ts';
import { writePptx } from '../../../../src/core/write/pptx/index.ts';
import { opened, partText, slideText } from '../../../support/package.ts';
import { richScene } from '../../../support/rich-scene.ts';
import { makeScene } from '../../../support/scene.ts';
import { packTheme } from '../../../support/theme.ts';
import { validate } from '../../../support/validator.ts';

const VARIANTS = [
  { format: '16:9', variant: 'light', direction: 'ltr' },
  { format: '4:3', variant: 'dark', direction: 'ltr' },
  { format: 'A4', variant: 'light', direction: 'rtl' },
] as const;

describe('writePptx', () => {
  it.each(VARIANTS)('writes a valid deck with one of everything: $format, $variant, $direction', async (choice) => {
    const { value } = await writePptx(richScene(packTheme('plain', choice), { language: choice.direction === 'rtl' ? 'ar' : 'en' }));
    expect(await validate(value)).toEqual([]);
    expect(lint(opened(value))).toEqual([]);
  });

  it('writes the same bytes for the same scene', async () => {
    const [first, second] = [await writePptx(richScene()), await writePptx(richScene())];
    expect(Buffer.compare(first.value, second.value)).toBe(0);
  });

  it('writes two decks at once as one after the other', async () => {
    const alone = (await writePptx(richScene())).value;
    const [first, second] = await Promise.all([writePptx(richScene()), writePptx(richScene())]);
    expect(Buffer.compare(first.value, alone)).toBe(0);
    expect(Buffer.compare(second.value, alone)).toBe(0);
  });

  it('writes a deck of one slide without pictures, charts, notes or sections', async () => {
    const { value } = await writePptx(makeScene([{ title: 'Alone' }], { sections: [] }));
    expect(await validate(value)).toEqual([]);
    expect([...opened(value).keys()].filter((name) => /notes|media|charts|customXml/.test(name))).toEqual([]);
  });

  it('gives each page format its size', async () => {
    const size = async (format: '16:9' | '4:3' | 'A4'): Promise<string | undefined> => {
      const { value } = await writePptx(makeScene([{}], { theme: packTheme('policy-brief', { format }) }));
      return /<p:sldSz[^>]*>/.exec(partText(opened(value), 'ppt/presentation.xml'))?.[0];
    };
    expect(await size('16:9')).toBe('<p:sldSz cx="12192000" cy="6858000"/>');
    expect(await size('4:3')).toBe('<p:sldSz cx="9144000" cy="6858000" type="screen4x3"/>');
    expect(await size('A4')).toBe('<p:sldSz cx="9906000" cy="6858000" type="A4"/>');
  });

  it('leaves no trace of the machine, the moment or the library', async () => {
    const { value } = await writePptx(richScene());
    const text = [...opened(value).values()].filter((content) => typeof content === 'string').join('\n');
    for (const trace of ['PptxGenJS', process.cwd(), String(new Date().getFullYear()), 'Geneva Macintosh'])
      expect(text).not.toContain(trace);
  });

  it('writes hostile text as the words it is', async () => {
    const xml = slideText(opened((await writePptx(richScene())).value), 11);
    expect(xml).toContain('<a:t>  ]]&gt; &lt;script&gt;alert(1)&lt;/script&gt;</a:t>');
    expect(xml).toContain('👩‍👩‍👧');
  });
});
