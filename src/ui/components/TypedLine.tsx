import { useState } from 'react';
import type { Line } from '../state/wording.ts';
import { LineField } from './LineField.tsx';
import { useController } from './use-app.ts';
import { reword } from './wording.ts';

interface TypedLineProps {
  readonly label: string;
  readonly line: Line;
  /** The item's place in the running order. */
  readonly index: number;
  readonly placeholder?: string;
}

/**
 * A line as it is typed. While it is in focus it shows exactly what was typed (spaces at the end, nothing at all), though the
 * briefing holds the tidied words, and the article's own where nothing is left.
 */
export function TypedLine({ label, line, index, placeholder }: TypedLineProps) {
  const controller = useController();
  const [typed, setTyped] = useState<string | null>(null);
  const group = `${index} ${label}`;
  return (
    <LineField
      label={label}
      line={typed === null ? line : { ...line, text: typed }}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(text) => {
        setTyped(text);
        reword(controller, index, line, text, group);
      }}
      onReset={() => {
        setTyped(null);
        reword(controller, index, line, null);
      }}
      onBlur={() => {
        setTyped(null);
        controller.documents.endGroup();
      }}
    />
  );
}
