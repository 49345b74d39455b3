import { useEffect, useRef } from 'react';
import type { DeckFeed } from '../controller/previews.ts';
import type { FrameMode, FromFrame, ToFrame } from '../preview-frame/messages.ts';
import { strings } from '../strings.ts';
import { useDark } from './use-dark.ts';

interface SlideFrameProps {
  readonly feed: DeckFeed;
  readonly mode: FrameMode;
  readonly title: string;
  /** A picture only: out of reach for keyboard and screen reader. */
  readonly isPicture?: boolean;
  readonly onMessage?: (message: FromFrame, frame: HTMLIFrameElement) => void;
  /** Gives the way to speak to the frame, once it listens. */
  readonly onReady?: (send: ((message: ToFrame) => void) | null) => void;
}

/** The sandboxed page that shows slides, fed with what changes. */
export function SlideFrame({ feed, mode, title, isPicture = false, onMessage, onReady }: SlideFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const dark = useDark();
  const handlers = useRef({ onMessage, onReady, dark });
  useEffect(() => {
    handlers.current = { onMessage, onReady, dark };
  });

  useEffect(() => {
    let detach: (() => void) | null = null;
    // A sandboxed page has no origin to name; what goes in is only slides.
    const send = (message: ToFrame): void => frame.current?.contentWindow?.postMessage(message, '*');
    const look = (): ToFrame => ({
      kind: 'look',
      dark: handlers.current.dark,
      mode,
      words: { slides: strings.preview.slides, edit: strings.preview.edit },
    });
    const receive = (event: MessageEvent<FromFrame>): void => {
      if (!frame.current || event.source !== frame.current.contentWindow) return;
      if (event.data.kind === 'ready') {
        send(look());
        detach?.();
        detach = feed.attach(send);
        handlers.current.onReady?.(send);
        return;
      }
      handlers.current.onMessage?.(event.data, frame.current);
    };
    addEventListener('message', receive);
    return () => {
      removeEventListener('message', receive);
      detach?.();
      handlers.current.onReady?.(null);
    };
  }, [feed, mode]);

  useEffect(() => {
    const words = { slides: strings.preview.slides, edit: strings.preview.edit };
    frame.current?.contentWindow?.postMessage({ kind: 'look', dark, mode, words } satisfies ToFrame, '*');
  }, [dark, mode]);

  return (
    <iframe
      ref={frame}
      className="slide-frame"
      title={title}
      src="/preview/"
      sandbox="allow-scripts"
      {...(isPicture ? { tabIndex: -1, 'aria-hidden': true, inert: true } : {})}
    />
  );
}
