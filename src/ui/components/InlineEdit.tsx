import { useEffect, useRef, useState } from 'react';
import { hasReference, type Line } from '../state/wording.ts';
import { strings } from '../strings.ts';
import { Button } from './basics.tsx';

export interface InlineTarget {
  readonly line: Line;
  /** Where it stands, in pixels of the preview's box. */
  readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Type size on screen. */
  readonly size: number;
}

interface InlineEditProps {
  readonly target: InlineTarget;
  /** The size of the box it must stay in. */
  readonly room: { readonly width: number; readonly height: number };
  readonly onKeep: (text: string | null) => void;
  /** Of a point: leaves it out. */
  readonly onRemove: (() => void) | null;
  readonly onLeave: () => void;
}

/** A line of a slide, edited where it stands. */
export function InlineEdit({ target, room, onKeep, onRemove, onLeave }: InlineEditProps) {
  const { line, rect, size } = target;
  const [text, setText] = useState(line.text);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  const width = Math.min(Math.max(rect.width + 40, 320), room.width - 16);
  const left = Math.max(8, Math.min(rect.x - 9, room.width - width - 8));
  const top = Math.max(8, Math.min(rect.y - 7, room.height - 150));
  const own = line.field.kind !== 'headline' && text.trim() !== '' && !hasReference(text);
  return (
    <form
      className="inline-edit"
      style={{ left, top, width }}
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(text);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onLeave();
        if (event.key === 'Enter' && !event.shiftKey && event.target === box.current) {
          event.preventDefault();
          onKeep(text);
        }
      }}
    >
      <textarea
        ref={box}
        dir="auto"
        aria-label={strings.preview.inline}
        value={text}
        rows={Math.max(1, Math.min(6, Math.ceil((text.length * Math.min(size, 20) * 0.5) / (width - 20)) + 1))}
        style={{ fontSize: Math.max(13, Math.min(size, 20)) }}
        onChange={({ target: { value } }) => setText(value)}
      />
      <p className="help">{own ? strings.preview.noSource : strings.preview.inlineHint}</p>
      <div className="buttons">
        {line.worded ? (
          <Button look="quiet" className="small" onPress={() => onKeep(null)}>
            {strings.panel.reset}
          </Button>
        ) : null}
        {onRemove ? (
          <Button look="quiet" className="small" onPress={onRemove}>
            {strings.preview.leaveOut}
          </Button>
        ) : null}
        <span className="spacer" />
        <Button look="quiet" className="small" onPress={onLeave}>
          {strings.cancel}
        </Button>
        <Button look="primary" className="small" type="submit">
          {strings.preview.keep}
        </Button>
      </div>
    </form>
  );
}
