import { button, el } from './dom.ts';

let count = 0;

export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** A modal sheet with a heading; Escape and its button close it, and the focus returns to where it was. */
export function openDialog(title: string, ...children: readonly (Node | string)[]): HTMLDialogElement {
  count += 1;
  const id = `dialog-${count}`;
  const close = (): void => dialog.close();
  const dialog: HTMLDialogElement = el(
    'dialog',
    { 'aria-labelledby': id, lang: 'en', dir: 'ltr' },
    el('h2', { id }, title),
    ...children,
    el('p', { class: 'actions' }, button('Close', close)),
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.prepend(dialog);
  dialog.showModal();
  return dialog;
}
