/**
 * What of a Word document's main part is shown. mammoth shows hidden text and passes over charts, so the markup is changed before it reads
 * it: hidden runs go, and in a chart's place stands a mark that is found again among the words.
 */
export interface Shown {
  readonly text: string;
  /** Runs that are hidden, tracked changes, and diagrams that are lost. */
  readonly hidden: number;
  readonly changes: number;
  readonly diagrams: number;
}

const NAMESPACE =
  /xmlns(?::([\w.-]+))?="(?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)"/;

/** Noncharacters around a chart's relationship: nobody types them. */
const [OPEN, CLOSE] = ['\uFDD0', '\uFDD1'];

export function chartMark(id: string): string {
  return `${OPEN}${id}${CLOSE}`;
}

/** The relationship of the chart that a paragraph stands for; null for any other paragraph. */
export function readChartMark(text: string): string | null {
  return new RegExp(`${OPEN}([\\w.-]+)${CLOSE}`).exec(text)?.[1] ?? null;
}

export function shownText(document: string, styles: string): Shown {
  // Whatever the file calls Word's own elements.
  const prefix = NAMESPACE.exec(document)?.[1];
  const p = prefix === undefined ? '' : `${prefix}:`;
  const hiddenStyles = hiddenStylesIn(styles);
  const flag = `<${p}vanish(?: ${p}val="(?:1|true|on)")?\\s*/>`;
  /** A run without another inside it, as text boxes have. */
  const run = new RegExp(`<${p}r(?: [^>]*)?>(?:(?!<${p}r[ >]|</${p}r>)[^])*</${p}r>`, 'g');
  const vanishes = new RegExp(`<${p}rPr>(?:(?!</${p}rPr>)[^])*${flag}`);
  const styleOf = new RegExp(`<${p}rStyle ${p}val="([^"]*)"`);
  const paragraphStyle = new RegExp(`<${p}p(?: [^>]*)?>\\s*<${p}pPr>\\s*<${p}pStyle ${p}val="([^"]*)"(?:(?!<${p}p[ >])[^])*?</${p}p>`, 'g');
  let hidden = 0;
  const isHidden = (id: string | undefined): boolean => id !== undefined && hiddenStyles.has(id);
  const paragraphs =
    hiddenStyles.size === 0
      ? document
      : document.replace(paragraphStyle, (whole, id: string) => (isHidden(id) ? whole.replace(run, () => drop()) : whole));
  function drop(): string {
    hidden += 1;
    return '';
  }
  let diagrams = 0;
  const text = paragraphs.replace(run, (whole) => {
    if (vanishes.test(whole) || isHidden(styleOf.exec(whole)?.[1])) return drop();
    const chart = /<(?:\w+:)?chart\s[^>]*?\w+:id="([\w.-]+)"/.exec(whole)?.[1];
    if (chart !== undefined) return `</${p}p><${p}p><${p}r><${p}t>${chartMark(chart)}</${p}t></${p}r></${p}p><${p}p>`;
    if (/<(?:\w+:)?relIds\s/.test(whole)) diagrams += 1;
    return whole;
  });
  const changes = document.match(new RegExp(`<${p}(?:ins|del|moveFrom|moveTo) `, 'g'))?.length ?? 0;
  return { text, hidden, changes, diagrams };
}

/** Ids of styles that hide their text, own or inherited. */
function hiddenStylesIn(styles: string): ReadonlySet<string> {
  const found = new Map<string, { readonly hidden: boolean; readonly parent: string | null }>();
  for (const [whole, id = ''] of styles.matchAll(/<(?:\w+:)?style\s[^>]*?styleId="([^"]*)"[^>]*>[^]*?<\/(?:\w+:)?style>/g)) {
    const hidden = /<(?:\w+:)?vanish(?:\s+(?:\w+:)?val="(?:1|true|on)")?\s*\/>/.test(whole);
    found.set(id, { hidden, parent: /<(?:\w+:)?basedOn\s+(?:\w+:)?val="([^"]*)"/.exec(whole)?.[1] ?? null });
  }
  const isHidden = (id: string | null, left: number): boolean => {
    const style = id === null ? undefined : found.get(id);
    return style !== undefined && left > 0 && (style.hidden || isHidden(style.parent, left - 1));
  };
  return new Set([...found.keys()].filter((id) => isHidden(id, 12)));
}
