import type { FrameWords, FromFrame, ToFrame } from './messages.ts';
import { createRules, merge, paragraphOf, picture, squeeze, textOfParagraph, type SlideParts } from './slides.ts';

/**
 * The preview's own page: thumbnails and one slide large. It shows what templates and articles led to, so it is sandboxed with no
 * origin: it can reach neither the app nor the network, and speaks to the app that frames it alone.
 */
const root = document.documentElement;
const strip = document.getElementById('strip') as HTMLElement;
const stage = document.getElementById('stage') as HTMLElement;
const heading = document.getElementById('heading');
const rules = createRules();
const base = new CSSStyleSheet();
document.adoptedStyleSheets = [base, rules.sheet];

let slides: SlideParts = new Map();
let titles: ReadonlyMap<string, string> = new Map();
let current: string | null = null;
let editable: ReadonlySet<string> = new Set();
let whole = false;
let page = { width: 960, height: 540 };
let words: FrameWords = { slides: 'Slides', edit: 'Edit' };

function tell(message: FromFrame): void {
  parent.postMessage(message, '*');
}

const PIXELS_A_POINT = 4 / 3;

/** Width of a thumbnail in the strip below the slide, where the window is narrow. Pixels. */
const LYING_THUMBNAIL = 112;

/** Sets a property where it is another: even the same value would have every thumbnail laid out again. */
function setScale(element: HTMLElement, k: number): void {
  const value = String(k);
  if (element.style.getPropertyValue('--k') !== value) element.style.setProperty('--k', value);
}

/** Sets words where they are others, for the same reason. */
function setWords(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** Sets the scale of thumbnails and of the large slide to the room there is. */
function fit(): void {
  const width = page.width * PIXELS_A_POINT;
  const height = page.height * PIXELS_A_POINT;
  const sheet = root.dataset['mode'] === 'sheet';
  const lying = getComputedStyle(strip).display === 'flex';
  const thumbnail = sheet ? (strip.clientWidth - 20) / 2 : lying ? LYING_THUMBNAIL : strip.clientWidth - 36;
  if (thumbnail > 0) setScale(strip, Math.max(0.02, thumbnail / width));
  const room = stage.getBoundingClientRect();
  const k = Math.min((room.width - 32) / width, (room.height - 32) / height);
  setScale(stage, Math.max(0.05, Math.min(k, 1.5)));
}

function thumbnail(id: string, fragment: DocumentFragment, number: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['slide'] = id;
  const label = document.createElement('span');
  label.className = 'number';
  label.textContent = String(number);
  const name = document.createElement('span');
  name.className = 'title';
  const frame = document.createElement('span');
  frame.className = 'thumb';
  frame.inert = true;
  frame.setAttribute('aria-hidden', 'true');
  frame.append(picture(fragment));
  button.append(label, name, frame);
  return button;
}

/** Puts thumbnails into the strip; only those whose slide is another are made anew, so that nothing flickers. */
function drawStrip(before: SlideParts): void {
  const old = new Map([...strip.querySelectorAll<HTMLButtonElement>('button')].map((button) => [button.dataset['slide'] ?? '', button]));
  const buttons = [...slides].map(([id, fragment], index) => {
    const kept = before.get(id) === fragment ? old.get(id) : undefined;
    const button = kept ?? thumbnail(id, fragment, index + 1);
    setWords(button.querySelector('.number'), String(index + 1));
    setWords(button.querySelector('.title'), titles.get(id) ?? '');
    return button;
  });
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['slide'] : undefined;
  const same = buttons.length === strip.children.length && buttons.every((button, index) => strip.children[index] === button);
  if (!same) {
    strip.replaceChildren(...buttons);
    strip.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }
  if (focused !== undefined && document.activeElement === document.body) buttons.find((b) => b.dataset['slide'] === focused)?.focus();
}

function mark(): void {
  for (const button of strip.querySelectorAll<HTMLButtonElement>('button')) {
    const chosen = button.dataset['slide'] === current;
    if (button.getAttribute('aria-current') === String(chosen)) continue;
    button.setAttribute('aria-current', String(chosen));
    button.tabIndex = chosen ? 0 : -1;
    if (chosen) button.scrollIntoView({ block: 'nearest' });
  }
}

/** Makes an element a place to edit, or no more. */
function setEditable(element: HTMLElement, can: boolean): void {
  if (can === (element.dataset['edit'] !== undefined)) return;
  if (can) {
    element.dataset['edit'] = '';
    element.tabIndex = 0;
    element.title = words.edit;
  } else {
    for (const name of ['data-edit', 'tabindex', 'title']) element.removeAttribute(name);
  }
}

/** The slide on the stage, as it came. */
let drawn: DocumentFragment | undefined;

function drawStage(): void {
  const fragment = current === null ? undefined : slides.get(current);
  if (fragment !== drawn) {
    drawn = fragment;
    stage.replaceChildren(...(fragment ? [fragment.cloneNode(true)] : []));
    for (const link of stage.querySelectorAll('a')) link.tabIndex = -1;
  }
  const paragraphs = new Set([...stage.querySelectorAll('.l')].map(paragraphOf));
  for (const paragraph of paragraphs) if (paragraph) setEditable(paragraph, editable.has(textOfParagraph(paragraph)));
  const slide = stage.querySelector<HTMLElement>('.slide');
  if (slide) setEditable(slide, whole);
}

function choose(id: string): void {
  current = id;
  mark();
  drawStage();
  tell({ kind: 'chosen', id });
}

function edit(element: HTMLElement): void {
  if (current === null) return;
  if (element.classList.contains('slide')) {
    tell({ kind: 'whole', slide: current });
    return;
  }
  const rects = [...element.querySelectorAll('.l')]
    .filter((line) => line.closest('[data-edit]') === element)
    .map((line) => line.getBoundingClientRect());
  const left = Math.min(...rects.map((r) => r.left));
  const top = Math.min(...rects.map((r) => r.top));
  const rect = {
    x: left,
    y: top,
    width: Math.max(...rects.map((r) => r.right)) - left,
    height: Math.max(...rects.map((r) => r.bottom)) - top,
  };
  const k = Number(stage.style.getPropertyValue('--k') || '1');
  tell({
    kind: 'line',
    slide: current,
    text: textOfParagraph(element),
    rect,
    size: Number.parseFloat(getComputedStyle(element).fontSize) * k,
  });
}

const faces = new Map<string, FontFace>();

/** One that comes for the same characters of the same face takes the place of the one before: a template's font was exchanged. */
function addFonts(message: ToFrame & { kind: 'fonts' }): void {
  for (const { family, weight, style, unicodeRange, bytes } of message.fonts) {
    const face = new FontFace(family, bytes, { weight: String(weight), style, unicodeRange });
    const place = [family, weight, style, unicodeRange].join('\n');
    const before = faces.get(place);
    if (before) document.fonts.delete(before);
    faces.set(place, face);
    document.fonts.add(face);
    void face.load().catch(() => undefined);
  }
}

function receive(message: ToFrame): void {
  switch (message.kind) {
    case 'deck': {
      const before = message.fresh ? new Map<string, DocumentFragment>() : slides;
      if (message.fresh) rules.clear();
      if (message.style !== null) base.replaceSync(message.style);
      for (const { markup } of message.slides) if (markup) rules.add(markup.css);
      root.lang = message.language;
      root.dir = message.direction;
      page = message.page;
      titles = new Map(message.slides.map(({ id, title }) => [id, title]));
      slides = merge(before, message.slides);
      if (current === null || !slides.has(current)) current = [...slides.keys()][0] ?? null;
      drawStrip(before);
      mark();
      drawStage();
      fit();
      return;
    }
    case 'fonts': {
      addFonts(message);
      return;
    }
    case 'show': {
      editable = new Set(message.lines.map(squeeze));
      whole = message.whole;
      if (slides.has(message.id)) current = message.id;
      mark();
      drawStage();
      if (message.focus) strip.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
      return;
    }
    case 'look':
      root.dataset['mode'] = message.mode;
      root.dataset['theme'] = message.dark ? 'dark' : 'light';
      words = message.words;
      strip.setAttribute('aria-label', words.slides);
      if (heading) heading.textContent = words.slides;
      fit();
      return;
    case 'outdated':
      root.classList.toggle('outdated', message.outdated);
      return;
  }
}

addEventListener('message', (event: MessageEvent<ToFrame>) => {
  if (event.source === parent) receive(event.data);
});

strip.addEventListener('click', (event) => {
  const id = (event.target as Element).closest<HTMLElement>('[data-slide]')?.dataset['slide'];
  if (id !== undefined) choose(id);
});

stage.addEventListener('click', (event) => {
  event.preventDefault();
  const element = (event.target as Element).closest<HTMLElement>('[data-edit]');
  if (element) edit(element);
});

/** Keys of a browser's own that stay with it. */
const BROWSER_KEYS = new Set(['a', 'c', 'x', 'v', 'r', '+', '-', '0', 'w', 'q']);

addEventListener('keydown', (event) => {
  const { key, code, ctrlKey: ctrl, metaKey: meta, shiftKey: shift, altKey: alt } = event;
  const target = event.target as HTMLElement;
  const inStrip = strip.contains(target);
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[key];
  if (inStrip && step !== undefined) {
    const ids = [...slides.keys()];
    const at = Math.max(0, Math.min(ids.length - 1, ids.indexOf(target.dataset['slide'] ?? current ?? '') + step));
    const next = ids[at];
    event.preventDefault();
    if (next === undefined) return;
    choose(next);
    strip.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
    return;
  }
  if (key === 'Enter' && target.dataset['edit'] !== undefined) {
    event.preventDefault();
    edit(target);
    return;
  }
  if (key === 'Tab' || key === 'Enter' || key === ' ' || key === 'Shift' || key === 'Control' || key === 'Meta' || key === 'Alt') return;
  if ((ctrl || meta) && BROWSER_KEYS.has(key.toLowerCase())) return;
  event.preventDefault();
  tell({ kind: 'key', key, code, ctrl, meta, shift, alt });
});

addEventListener('resize', fit);
tell({ kind: 'ready' });
