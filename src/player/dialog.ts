import { button, el } from './dom.ts';

let count = 0;

export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** Closes a sheet and takes it out at once: until then its field, though it is not seen, would take the next key. */
export function closeDialog(dialog: HTMLDialogElement): void {
  dialog.close();
  dialog.remove();
}

/** A modal sheet with a heading; Escape and its button close it, and the focus returns to where it was. */
export function openDialog(title: string, ...children: readonly (Node | string)[]): HTMLDialogElement {
  count += 1;
  const id = `dialog-${count}`;
  const close = (): void => closeDialog(dialog);
  const dialog: HTMLDialogElement = el(
    'dialog',
    { 'aria-labelledby': id, lang: 'en', dir: 'ltr' },
    el('h2', { id }, title),
    ...children,
    el('p', { class: 'actions' }, button('Close', close)),
  );
  dialog.addEventListener('cancel', close);
  // a browser may close it without asking
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) close();
  });
  document.body.prepend(dialog);
  dialog.showModal();
  return dialog;
}
