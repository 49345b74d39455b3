/** The deck as the page holds it. */
export interface Slide {
  /** From 0. */
  readonly index: number;
  readonly element: HTMLElement;
  readonly page: HTMLElement;
  readonly title: string;
  readonly topic: string;
  /** `points`, `chart`, `agenda` …: what the template says that it is. */
  readonly kind: string;
  /** Estimated speaking time. */
  readonly seconds: number;
  /** The briefing gives its topic so many minutes, or it so many seconds. */
  readonly stated: boolean;
  /** The numbers of the sources on it. */
  readonly refs: readonly string[];
}

export interface DeckData {
  readonly stamp: string;
  readonly minutes: number | null;
}

export interface Deck {
  readonly data: DeckData;
  readonly slides: readonly Slide[];
}

function titleOf(element: HTMLElement): string {
  const heading = element.querySelector('h2');
  const whole = heading?.querySelector('.whole') ?? heading;
  return (whole?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Says to screen readers what an article, a bare number and a drawing are; not in the file, where it would stand hundreds of times. */
function nameParts(element: HTMLElement, index: number): void {
  const heading = element.querySelector('h2');
  if (heading) heading.id = `title-${index + 1}`;
  element.setAttribute('aria-labelledby', `title-${index + 1}`);
  element.setAttribute('aria-roledescription', 'slide');
  for (const drawing of element.querySelectorAll('.drawing')) drawing.setAttribute('aria-hidden', 'true');
  for (const link of element.querySelectorAll('sup a')) link.setAttribute('aria-label', `Source ${link.textContent}`);
}

/** Reads the page. Throws where it is not a deck. */
export function readDeck(): Deck {
  const data = JSON.parse(document.getElementById('deck-data')?.textContent ?? '') as DeckData;
  const slides = [...document.querySelectorAll<HTMLElement>('.slide')].map((element, index): Slide => {
    const { topic = '', kind = '', seconds = '0', refs = '' } = element.dataset;
    nameParts(element, index);
    const page = element.querySelector<HTMLElement>('.page') ?? element;
    return {
      index,
      element,
      page,
      title: titleOf(element),
      topic,
      kind,
      seconds: Number(seconds),
      stated: 'stated' in element.dataset,
      refs: refs.split(' ').filter(Boolean),
    };
  });
  return { data, slides };
}
