const LINE = 'p, li, th, td, text, h3, h4';

/**
 * Words of a part of a slide but its title and what stands on every slide, with a space between lines of their own. What matches `apart`
 * below it is not its own.
 */
export function textOf(part: Element | null, apart?: string): string {
  if (!part) return '';
  const nodes = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let line: Element | null = null; nodes.nextNode();) {
    const { parentElement: parent, textContent: words } = nodes.currentNode;
    if (!parent || parent.closest('h2, .repeated, .mark')) continue;
    if (apart !== undefined && parent.closest(apart) !== part) continue;
    const own = parent.closest(LINE);
    text += (own === line ? '' : ' ') + (words ?? '');
    line = own;
  }
  return text.replace(/\s+/g, ' ').trim();
}
