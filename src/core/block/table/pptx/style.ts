import type { TableRow } from '../../../layout/types.ts';
import type { ColorUse, FontRole, Theme } from '../../../template/theme/types.ts';
import { colorElement, solidFill } from '../../../write/pptx/colors.ts';
import { guid } from '../../../write/pptx/guid.ts';
import { emu } from '../../../write/pptx/units.ts';
import { attributes, escape, XML_HEADER } from '../../../base/ooxml/xml/escape.ts';
import { NAMESPACES } from '../../../base/ooxml/xml/namespaces.ts';

/** What a table style says of a row's words. */
export interface TableRowStyle {
  readonly font: FontRole;
  readonly color: ColorUse;
  readonly bold: boolean;
}

/** Header words are the `tableHeader` style's, all others the `table` style's. */
export function tableRowStyle(theme: Theme, kind: TableRow['kind']): TableRowStyle {
  const style = theme.styles[kind === 'header' ? 'tableHeader' : 'table']?.levels[0];
  return { font: style?.font ?? 'body', color: style?.color ?? 'text1', bold: style?.bold ?? kind === 'header' };
}

/** The same for every deck of a theme, so that tables copied between them keep their look. */
export function tableStyleId(theme: Theme): string {
  return guid(`lectern table style ${theme.name}`);
}

type Side = 'top' | 'bottom' | 'insideH';

function border(side: Side, color: ColorUse, width: number): string {
  const line = width > 0 ? `<a:ln w="${emu(width)}" cap="flat" cmpd="sng">${solidFill(color)}</a:ln>` : '<a:ln><a:noFill/></a:ln>';
  return `<a:${side}>${line}</a:${side}>`;
}

function textStyle({ font, color, bold }: TableRowStyle): string {
  const reference = `<a:fontRef idx="${font === 'heading' ? 'major' : 'minor'}"><a:prstClr val="black"/></a:fontRef>`;
  return `<a:tcTxStyle${attributes({ b: bold ? 'on' : null })}>${reference}${colorElement(color)}</a:tcTxStyle>`;
}

function part(name: string, text: string, borders: string, fill: ColorUse | null): string {
  const filled = fill === null ? '' : `<a:fill>${solidFill(fill)}</a:fill>`;
  return `<a:${name}>${text}<a:tcStyle><a:tcBdr>${borders}</a:tcBdr>${filled}</a:tcStyle></a:${name}>`;
}

/** `a:tblStyle` of the theme's tables. */
export function tableStyle(theme: Theme): string {
  const look = theme.table;
  const row = border('insideH', look.rule, look.ruleWidth);
  const style = [
    part('wholeTbl', textStyle(tableRowStyle(theme, 'body')), `${border('bottom', look.rule, look.ruleWidth)}${row}`, null),
    look.bandFill === null ? '' : part('band2H', '', '', look.bandFill),
    part('lastRow', textStyle(tableRowStyle(theme, 'total')), border('top', look.totalRule, look.totalRuleWidth), look.totalFill),
    part('firstRow', textStyle(tableRowStyle(theme, 'header')), border('bottom', look.headerRule, look.headerRuleWidth), look.headerFill),
  ].join('');
  return `<a:tblStyle styleId="${tableStyleId(theme)}" styleName="${escape(theme.name)}">${style}</a:tblStyle>`;
}

/** `ppt/tableStyles.xml`: the brand's look as the default, so that a table added in PowerPoint has it too. CT_TableStyle. */
export function tableStyles(theme: Theme): string {
  return `${XML_HEADER}<a:tblStyleLst xmlns:a="${NAMESPACES.a}" def="${tableStyleId(theme)}">${tableStyle(theme)}</a:tblStyleLst>`;
}
