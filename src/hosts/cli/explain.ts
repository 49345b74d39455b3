import type { ChoiceReason } from '../../core/layout/index.ts';

const BECAUSE: Readonly<Record<ChoiceReason['because'], string>> = {
  score: 'it costs least',
  rhythm: 'it costs little, and looks unlike the slides beside it',
  kept: 'the earlier deck has it, and it fits',
  pinned: 'the briefing asks for it',
};

const round = (value: number): string => String(Math.round(value * 1000) / 1000);

type Candidate = ChoiceReason['candidates'][number];

/** One line for a candidate: its layouts, its slides, and what it costs by parts; those that cost nothing are left out. */
function candidateLine({ layouts, slides, parts, total }: Candidate, isChosen: boolean): string {
  const said = Object.entries<number>({ ...parts }).flatMap(([name, value]) => (value === 0 ? [] : [`${name} ${round(value)}`]));
  const cost = total === null ? 'measured alone' : [round(total), said.length > 0 ? `(${said.join(', ')})` : ''].filter(Boolean).join(' ');
  return `  ${isChosen ? '→' : ' '} ${layouts.join(' + ')}, ${slides} ${slides === 1 ? 'slide' : 'slides'}: ${cost}\n`;
}

/** Why slides stand as they do, as text; says so where there was nothing to choose. */
export function explained(reasons: readonly ChoiceReason[]): string {
  if (reasons.length === 0) return 'The template names one layout for each slide: nothing was chosen.\n';
  return reasons
    .map(({ slide, title, because, chosen, candidates }) =>
      [`${slide}  ${title}: ${BECAUSE[because]}\n`, ...candidates.map((one, i) => candidateLine(one, i === chosen))].join(''),
    )
    .join('');
}
