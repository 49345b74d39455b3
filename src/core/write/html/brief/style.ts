import { DATE_SHARE, GUTTER, LIST_INDENT } from '../../../brief/index.ts';
import { QUIET_SIZE } from '../../../layout/index.ts';
import { BRIEF_STYLES, type Brief, type BriefStyle } from '../../../brief/types.ts';
import type { LevelStyle } from '../../../template/theme/types.ts';
import { fontStack } from '../fonts.ts';

/** Printers round. Points. */
const SPARE = 6;

const PAPER = { A4: 'A4', letter: 'letter' } as const;

/** Type is at its full size on screens, and at the size that fits on paper. */
function rule(style: BriefStyle, { font, size, bold, spaceBefore, color }: LevelStyle, { look: { colors, pitches } }: Brief): string {
  const ink = color === 'accent1' ? colors.accent : color === 'text2' ? colors.quiet : colors.ink;
  const weight = bold ? 700 : 400;
  const points = (value: number): string => `${Math.round(value * 100) / 100}pt`;
  return `.${style}{font:${weight} ${points(size)}/${Math.round((pitches[style] / size) * 1000) / 1000} var(--${font});color:${ink};margin:${points(spaceBefore)} 0 0}`;
}

/** The brief's style sheet: one page of paper, and a column on screens. */
export function briefStyle(brief: Brief): string {
  const { look } = brief;
  const { paper, colors, scale, columns } = look;
  const set = { faces: look.faces, theme: { fonts: look.fonts } };
  return [
    `:root{color-scheme:light;--heading:${fontStack(set, 'heading')};--body:${fontStack(set, 'body')}}`,
    `body{margin:0;background:#fff;color:${colors.ink};font:${look.styles.text.size}pt/1.25 var(--body);text-rendering:geometricPrecision}`,
    `main,header,footer{max-width:${paper.width - 2 * paper.side}pt;margin:0 auto;padding:0 1rem;overflow-wrap:break-word}`,
    'header{padding-top:1.25rem}main{padding-bottom:1rem}footer{padding-bottom:1.25rem}',
    ...BRIEF_STYLES.map((style) => rule(style, look.styles[style], brief)),
    `h1{padding-bottom:3pt;border-bottom:1pt solid ${colors.line}}`,
    'h1,h2{break-after:avoid}ul,ol,dl{margin:0;padding:0}',
    `ul,ol{padding-inline-start:${LIST_INDENT}pt}li::marker{color:${colors.accent}}`,
    `.figures{display:grid;grid-template-columns:repeat(${columns},1fr);gap:0 ${GUTTER}pt;margin-top:3pt}.figures>div{border-top:.5pt solid ${colors.line}}dd{margin:0}`,
    `.dates>div{display:grid;grid-template-columns:${DATE_SHARE * 100}% 1fr;break-inside:avoid}.dates dt{padding-inline-end:${GUTTER}pt}`,
    '.sources{list-style:none;padding:0}',
    `a{color:${colors.link};overflow-wrap:anywhere}sup{font-size:.67em;line-height:0}sup a{color:inherit;text-decoration:none}`,
    'sup a:hover,sup a:focus-visible{text-decoration:underline}a:focus-visible,:target{outline:2px solid;outline-offset:2px}',
    `.unit{color:${colors.quiet};font-size:${QUIET_SIZE}em;font-weight:400}`,
    // On screens nothing has to fit, so type is as large as other pages' there.
    `@media screen{${BRIEF_STYLES.map((style) => `.${style}{font-size:${Math.round((look.styles[style].size / scale / 11) * 100) / 100}rem}`).join('')}.source a{padding:.25rem 0}}`,
    '@media screen and (max-width:34rem){.figures{grid-template-columns:repeat(2,1fr)}.dates>div{grid-template-columns:1fr}}',
    `@page{size:${PAPER[paper.name]};margin:${paper.edge / 2}pt ${paper.side}pt}`,
    `@media print{main,header,footer{max-width:none;padding:0}header,footer{height:${paper.edge / 2}pt}main{min-height:${paper.height - 2 * paper.edge - SPARE}pt}footer{display:flex;align-items:flex-end}a{color:inherit;text-decoration:none}}`,
  ].join('\n');
}
