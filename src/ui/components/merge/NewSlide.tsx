import { useEffect, useState } from 'react';
import { actionFor } from '../../keys.ts';
import { mergeActFor } from '../../merge-keys.ts';
import type { FromFrame, ToFrame } from '../../preview-frame/messages.ts';
import { strings } from '../../strings.ts';
import { SlideFrame } from '../SlideFrame.tsx';
import { keyboardOf, useApp, useController } from '../use-app.ts';

/** The slide of a conflict as the briefing has it now; nothing where it has none. */
export function NewSlide({ slide }: { readonly slide: string | null }) {
  const controller = useController();
  const { merges, store, feed } = controller;
  const id = useApp(({ preview }) => (preview.deck?.slides.some((one) => one.id === slide) ? slide : null));
  const revision = useApp(({ preview }) => preview.deck?.revision);
  const [send, setSend] = useState<((message: ToFrame) => void) | null>(null);
  useEffect(() => {
    if (send && id !== null) send({ kind: 'show', id, lines: [], whole: false, focus: false });
  }, [send, id, revision]);
  const onMessage = (message: FromFrame): void => {
    if (message.kind !== 'key') return;
    const wanted = mergeActFor(message);
    if (wanted) {
      merges.act(wanted);
      return;
    }
    const action = actionFor(message, keyboardOf(store.get()), false);
    if (action) controller.run(action);
  };
  if (id === null) return null;
  return (
    <section className="merge-slide" aria-label={strings.merge.preview}>
      <h3 className="muted">{strings.merge.preview}</h3>
      <div className="frame-box">
        <SlideFrame feed={feed} mode="single" title={strings.merge.preview} onMessage={onMessage} onReady={(to) => setSend(() => to)} />
      </div>
    </section>
  );
}
