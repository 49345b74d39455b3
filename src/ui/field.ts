/**
 * Changes a field of the page as its keys would, so that the field's own undo knows of it. There is no other way: it counts as
 * deprecated, and every browser has it for that.
 */
export function inField(field: HTMLElement | null, command: 'insertText' | 'delete' | 'undo' | 'redo', words = ''): void {
  field?.focus();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  document.execCommand(command, false, words);
}
