import { useEffect, useState } from 'react';
import { tellDone } from '../controller/context.ts';
import type { Material } from '../controller/intake.ts';
import { filesOf } from '../files.ts';
import { isTyping } from '../keys.ts';
import { isPowerPoint } from '../state/company.ts';
import { strings } from '../strings.ts';
import { useApp, useController } from './use-app.ts';
import type { Controller } from '../controller/types.ts';

/** Pasted words are taken for an article from this length on, where nobody is about to take one in. Characters. */
const ARTICLE_LENGTH = 300;

function materialOf(file: File): Material {
  const path = window.lectern?.pathForFile(file);
  return { name: file.name, data: file, path: path === undefined || path === '' ? null : path, declaredType: null };
}

/** The words of an article that the clipboard holds: rich text, else plain. */
function pasted(data: DataTransfer, shortToo: boolean): readonly Material[] {
  for (const type of ['text/html', 'text/plain'] as const) {
    const text = data.getData(type);
    const enough = shortToo ? text.trim() !== '' : data.getData('text/plain').length >= ARTICLE_LENGTH;
    if (text !== '' && enough) {
      return [{ name: strings.intake.pasted, data: new Blob([text], { type: `${type};charset=utf-8` }), path: null, declaredType: type }];
    }
  }
  return [];
}

/** A briefing or a folder that was dropped: its path, where the host can tell it; empty where it cannot. Null: something else. */
function pathToOpen(data: DataTransfer): string | null {
  const [file] = data.files;
  if (!file || data.files.length > 1) return null;
  const isFolder = data.items[0]?.webkitGetAsEntry()?.isDirectory === true;
  return isFolder || /\.briefing\.ya?ml$/i.test(file.name) ? (window.lectern?.pathForFile(file) ?? '') : null;
}

/** PowerPoint files become templates, all else articles. */
function takeIn({ company, context, intake }: Controller, files: readonly File[]): void {
  const [template, ...more] = files.filter(({ name }) => isPowerPoint(name));
  intake.add(files.filter(({ name }) => !isPowerPoint(name)).map(materialOf));
  if (!template) return;
  company.add(template);
  if (more.length > 0) tellDone(context, strings.company.onlyOne(template.name));
}

function drop(controller: Controller, data: DataTransfer): void {
  const path = pathToOpen(data);
  if (path === null) takeIn(controller, filesOf(data));
  else if (path !== '') void controller.openWorkspace(path);
}

/**
 * Whatever is dropped on the window or pasted into it is taken in, a PowerPoint file as a template; a briefing or folder is opened.
 * Nothing navigates away.
 */
export function IncomingFiles() {
  const controller = useController();
  const [over, setOver] = useState(false);
  const ready = useApp((state) => state.workspace !== null);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      drop(controller, event.dataTransfer);
    };
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onPaste = (event: ClipboardEvent): void => {
      const { screen, dialog } = controller.store.get();
      if (event.defaultPrevented || dialog !== null || screen === 'review' || isTyping(event.target) || !event.clipboardData) return;
      const files = filesOf(event.clipboardData);
      const materials = files.length > 0 ? [] : pasted(event.clipboardData, screen === 'intake');
      if (files.length + materials.length === 0) return;
      event.preventDefault();
      if (files.length > 0) takeIn(controller, files);
      else controller.intake.add(materials);
    };
    addEventListener('drop', onDrop);
    addEventListener('dragover', onDragOver);
    addEventListener('dragleave', onDragLeave);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('drop', onDrop);
      removeEventListener('dragover', onDragOver);
      removeEventListener('dragleave', onDragLeave);
      removeEventListener('paste', onPaste);
    };
  }, [controller]);
  return over && ready ? (
    <div className="drop-veil" aria-hidden="true">
      <p>{strings.intake.dropNow}</p>
    </div>
  ) : null;
}
