import type { Palette, Theme, Variant } from '../../template/theme/types.ts';
import { colorMap, SLOT_ELEMENTS, solidFill } from './colors.ts';
import { hundredths } from './units.ts';
import { escape, XML_HEADER } from '../../base/ooxml/xml/escape.ts';
import { NAMESPACES } from '../../base/ooxml/xml/namespaces.ts';

function colorScheme(name: string, palette: Palette): string {
  const colors = SLOT_ELEMENTS.map(
    ([element, slot]) => `<a:${element}><a:srgbClr val="${palette[slot].slice(1).toUpperCase()}"/></a:${element}>`,
  );
  return `<a:clrScheme name="${escape(name)}">${colors.join('')}</a:clrScheme>`;
}

function fontScheme(theme: Theme): string {
  const { heading, body } = theme.fonts;
  const font = (f: typeof heading): string =>
    `<a:latin typeface="${escape(f.latin)}"/><a:ea typeface="${escape(f.eastAsian)}"/><a:cs typeface="${escape(f.complex)}"/>`;
  return `<a:fontScheme name="${escape(theme.name)}"><a:majorFont>${font(heading)}</a:majorFont><a:minorFont>${font(body)}</a:minorFont></a:fontScheme>`;
}

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const LINE = (width: number): string =>
  `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${FILL}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>`;
const EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** Flat: three equal fills, three line widths, no effects. The schema wants three of each. */
const FORMAT_SCHEME =
  `<a:fmtScheme name="Flat"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${LINE(6350)}${LINE(12700)}${LINE(19050)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${EFFECT.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`;

/** What a shape, line or text box that a presenter adds looks like. CT_ObjectStyleDefaults. */
function objectDefaults(theme: Theme): string {
  const size = theme.styles['body']?.levels[0].size ?? 18;
  const words = (color: 'text1' | 'background1'): string =>
    `<a:lstStyle><a:defPPr><a:defRPr sz="${hundredths(size)}">${solidFill(color)}</a:defRPr></a:defPPr></a:lstStyle>`;
  const line = theme.table.headerRule;
  return (
    `<a:objectDefaults><a:spDef><a:spPr>${solidFill('accent1')}<a:ln><a:noFill/></a:ln></a:spPr>` +
    `<a:bodyPr rtlCol="0" anchor="ctr"/>${words('background1')}</a:spDef>` +
    `<a:lnDef><a:spPr><a:ln w="12700">${solidFill(line)}</a:ln></a:spPr><a:bodyPr/><a:lstStyle/></a:lnDef>` +
    `<a:txDef><a:spPr><a:noFill/></a:spPr><a:bodyPr wrap="square" rtlCol="0"><a:spAutoFit/></a:bodyPr>${words('text1')}</a:txDef></a:objectDefaults>`
  );
}

/** The palette that is not shown, so that it travels with the deck and can be chosen in PowerPoint. */
function otherScheme(theme: Theme): string {
  const other: Variant = theme.variant === 'light' ? 'dark' : 'light';
  const scheme = colorScheme(`${theme.name} ${other}`, theme.palettes[other]);
  return `<a:extraClrSchemeLst><a:extraClrScheme>${scheme}<a:clrMap ${colorMap(other)}/></a:extraClrScheme></a:extraClrSchemeLst>`;
}

/** `ppt/theme/themeN.xml`. The notes master has one of its own: Office does not let two masters share a theme. */
export function themeXml(theme: Theme, use: 'slides' | 'notes'): string {
  const palette = use === 'slides' ? theme.palettes[theme.variant] : theme.palettes.light;
  const extras = use === 'slides' ? `${objectDefaults(theme)}${otherScheme(theme)}` : '<a:objectDefaults/><a:extraClrSchemeLst/>';
  const variant = use === 'slides' ? theme.variant : 'light';
  return (
    `${XML_HEADER}<a:theme xmlns:a="${NAMESPACES.a}" name="${escape(theme.name)}"><a:themeElements>` +
    `${colorScheme(`${theme.name} ${variant}`, palette)}${fontScheme(theme)}${FORMAT_SCHEME}</a:themeElements>${extras}</a:theme>`
  );
}
