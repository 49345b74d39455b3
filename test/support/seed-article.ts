import { readFileSync } from 'node:fs';
import { parseSourceText } from '../../src/core/article/index.ts';

/** What stands around the sample article's body in the file it came in. */
export const SEED = {
  title: 'Hesitant Steps Towards a South Caucasus Peace Deal',
  standfirst:
    'Russia may yet benefit from the fallout of Azerbaijan’s successful military campaign in the doomed enclave of Nagorno Karabakh.',
  bio: 'Emil Avdaliani is a professor of international relations at European University in Tbilisi, Georgia, and a scholar of silk roads.',
  disclaimer:
    'Europe’s Edge is CEPA’s online journal covering critical topics on the foreign policy docket across Europe and North America. All opinions are those of the author and do not necessarily represent the position or views of the institutions they represent or the Center for European Policy Analysis.',
} as const;

/** The sample article as it was received: its first nine paragraphs stand in it twice. */
export function seedArticle(): string {
  const { paragraphs } = parseSourceText(readFileSync('content/south-caucasus.source.txt', 'utf8'));
  const head = [SEED.title, 'Nov 21 2023\nBy Emil Avdaliani', SEED.standfirst];
  return [...head, ...paragraphs.slice(0, 9), ...paragraphs, SEED.bio, SEED.disclaimer].join('\n\n');
}
