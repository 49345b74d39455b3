import { el } from './dom.ts';

const region = el('div', { role: 'status', class: 'unseen' });

/** Says something to a screen reader, without moving the focus. */
export function say(text: string): void {
  region.textContent = text;
}

export function announcer(): HTMLElement {
  return region;
}
