import { root } from './dom.ts';
/** Words that are nobody's content, or stand whole elsewhere. Drawings are no `HTMLElement`; a chart's words are in its table. */
const LEFT_OUT = 'nav, button, .unseen, .jump, .cut, .desk-bar';
const BLOCK = /^(H\d|P|LI|TR|D[TD]|FOOTER|BR|DIV)$/;

/** Puts what can be seen of a selection into `into`, and returns its words: a line each paragraph, list items with their signs. */
function take(node: Node, range: Range, into: Node, indent = ''): string {
  if (!range.intersectsNode(node)) return '';
  if (node instanceof Text) {
    const from = node === range.startContainer ? range.startOffset : 0;
    const words = node.data.slice(from, node === range.endContainer ? range.endOffset : undefined);
    into.appendChild(new Text(words));
    return words;
  }
  if (!(node instanceof HTMLElement) || node.matches(LEFT_OUT) || !node.checkVisibility()) return '';
  const name = node.tagName;
  const inside = into.appendChild(document.createElement(name));
  for (const key of ['dir', 'href', 'value']) {
    const value = node.getAttribute(key);
    // addresses within the deck lead nowhere elsewhere
    if (value && !value.startsWith('#')) inside.setAttribute(key, value);
  }
  let text = '';
  for (const child of node.childNodes) text += take(child, range, inside, name === 'LI' ? `${indent}  ` : indent);
  if (/^T[DH]$/.test(name)) return (node.previousElementSibling ? '\t' : '') + text.trim();
  if (name === 'LI' && /^[^\n]/.test(text) && !(range.startOffset && node.contains(range.startContainer))) {
    const sign = node.querySelector<HTMLElement>('.l')?.dataset['b'] ?? '•';
    // an opening quotation mark hangs before its words
    text = indent + sign + (/[\p{Pi}\p{Ps}]/u.test(sign) ? '' : ' ') + text;
  }
  return BLOCK.test(name) ? `\n${text}\n` : text;
}

/** What is copied is words and their structure in reading order, without the places that a slide gives its lines. */
export function mountCopy(): void {
  addEventListener('copy', (event) => {
    const selection = getSelection();
    if (!selection?.rangeCount) return;
    const range = selection.getRangeAt(0);
    const box = document.createElement('div');
    box.dir = root.dir;
    const text = take(range.commonAncestorContainer, range, box).replace(/^\n+|\n+$|\n(?=\n)/g, '');
    if (text === '') return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', box.outerHTML);
  });
}
