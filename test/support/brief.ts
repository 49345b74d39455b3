import { makeBrief } from '../../src/core/brief/index.ts';
import { placesByName } from '../../src/core/briefing/index.ts';
import { articleMade, type ArticleDeck } from './article-scene.ts';
import { FONTS } from './layout.ts';

/** The brief of articles, with the view that it is made from. */
export async function briefFrom(deck: ArticleDeck) {
  const made = await articleMade(deck);
  const { value: brief, problems } = makeBrief({ ...made, fonts: FONTS, placeOf: placesByName('b.yaml') });
  return { ...made, brief, problems };
}

/** An article of so many topics, each with a summary of so many sentences. */
export function manyTopics(count: number, sentences: number, front = ''): string {
  const summary = Array.from({ length: sentences }, (_, at) => `The harbour board counts its boxes for the ${at + 1}th day.`).join(' ');
  const topics = Array.from(
    { length: count },
    (_, at) => `## Topic ${at + 1} speaks of the port and of its quay {#t${at + 1}}\n\n${summary}\n`,
  );
  return `---\ntitle: Many topics\n${front}---\n\n${topics.join('\n')}`;
}

/** The words of a document's or a page's body, one space between. */
export function wordsOf(markup: string): string {
  return markup
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<\/(?:w:p|p|h1|h2|ol|ul|dl)>|<(?:li|dt|dd)\b/g, ' $&')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
