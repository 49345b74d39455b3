import { useState } from 'react';
import type { Line } from '../state/wording.ts';
import { LineField, type LineFieldProps } from './LineField.tsx';
import { useController } from './use-app.ts';
import { reword } from './wording.ts';

interface TypedLineProps extends Pick<LineFieldProps, 'label' | 'placeholder' | 'at' | 'onAdd' | 'onRemove'> {
  readonly line: Line;
  /** The item's place in the running order. */
  readonly index: number;
}

/**
 * A line as it is typed. While it is in focus it shows exactly what was typed (spaces at the end, nothing at all), though the
 * briefing holds the tidied words, and the article's own where nothing is left; an added point that is left empty goes.
 */
export function TypedLine({ line, index, onAdd, onRemove, ...field }: TypedLineProps) {
  const controller = useController();
  const [typed, setTyped] = useState<string | null>(null);
  const group = `${index} ${field.label}`;
  const isAdded = line.field.kind === 'added';
  return (
    <LineField
      {...field}
      line={typed === null ? line : { ...line, text: typed }}
      onAdd={onAdd}
      {...(onRemove && { onRemove })}
      onChange={(text) => {
        setTyped(text);
        if (!isAdded || text.trim() !== '') reword(controller, index, line, text, group);
      }}
      onReset={() => {
        setTyped(null);
        reword(controller, index, line, null);
      }}
      onBlur={() => {
        if (isAdded && typed?.trim() === '') reword(controller, index, line, '', group);
        setTyped(null);
        controller.documents.endGroup();
      }}
      onKey={(key, text) => {
        if (key === 'Enter' && onAdd) onAdd();
        else if (key === 'Backspace' && text === '' && onRemove) onRemove();
        else return false;
        return true;
      }}
    />
  );
}
