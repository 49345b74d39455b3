/** What a layout's name says in whichever language: the weakest of all hints, since names are copied with their layouts. */
export type Meaning = 'cover' | 'agenda' | 'divider' | 'content' | 'closing';

/** The names that PowerPoint gives layouts in its languages, and what designers write; in small letters, the first that holds. */
const WORDS: readonly (readonly [Meaning, RegExp])[] = [
  ['closing', /thank|closing|end slide|contact|danke|abschluss|schluss|merci|gracias|grazie|obrigad|спасибо|謝|谢|ありがとう|شكر/],
  [
    'divider',
    /section|divider|chapter|transition|abschnitt|kapitel|zwischen|trenn|titre de section|sección|sezione|seção|раздел|节标题|章节|節|セクション|見出し|مقطع|قسم/,
  ],
  [
    'cover',
    /cover|title slide|^title$|front|titelfolie|^titel$|deckblatt|couverture|titre$|portada|copertina|capa|титульный|обложка|封面|标题幻灯片|表紙|タイトル スライド|شريحة عنوان|שקופית כותרת/,
  ],
  ['content', /content|title and text|bullets?|inhalt|contenu|contenido|contenuto|conteúdo|содержимое|объект|内容|コンテンツ|محتوى|תוכן/],
];

export function meaningOf(name: string): Meaning | null {
  const small = name.toLowerCase();
  return WORDS.find(([, pattern]) => pattern.test(small))?.[0] ?? null;
}
