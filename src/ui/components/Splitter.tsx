import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useApp, useController } from './use-app.ts';

interface SplitterProps {
  readonly pane: 'library' | 'order';
  readonly label: string;
}

const [LEAST_SHARE, MOST_SHARE] = [0.14, 0.45];

/** The line between two panes: dragged, or moved with the arrow keys. */
export function Splitter({ pane, label }: SplitterProps) {
  const { set, saveSettings } = useController();
  const share = useApp((state) => state.settings.panes[pane]);
  const from = useRef<{ readonly x: number; readonly share: number } | null>(null);
  const limit = (value: number): number => Math.max(LEAST_SHARE, Math.min(MOST_SHARE, value));
  const move = (value: number): void =>
    set((state) => ({ ...state, settings: { ...state.settings, panes: { ...state.settings.panes, [pane]: limit(value) } } }));
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, share };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (from.current) move(from.current.share + (event.clientX - from.current.x) / innerWidth);
  };
  const onPointerUp = (): void => {
    if (from.current) saveSettings((settings) => settings);
    from.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -0.02, ArrowRight: 0.02 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    saveSettings((settings) => ({ ...settings, panes: { ...settings.panes, [pane]: limit(share + by) } }));
  };
  return (
    <div
      className="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={LEAST_SHARE * 100}
      aria-valuemax={MOST_SHARE * 100}
      aria-valuenow={Math.round(share * 100)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onKeyDown={onKeyDown}
    />
  );
}
