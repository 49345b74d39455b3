import { useEffect, useRef, useState } from 'react';
import type { ToFrame, FromFrame } from '../preview-frame/messages.ts';
import { actionFor } from '../keys.ts';
import { lineWith, plainWords } from '../state/wording.ts';
import { strings } from '../strings.ts';
import { Button, Empty, IconButton } from './basics.tsx';
import { ChevronIcon, WarningIcon } from './icons.tsx';
import { InlineEdit, type InlineTarget } from './InlineEdit.tsx';
import { SlideFrame } from './SlideFrame.tsx';
import { keyboardOf, useApp, useController, useKeyHint } from './use-app.ts';
import { tellDone } from '../controller/context.ts';
import { belongs, isEntry, remove, reword, useSelectedItem, useSlide, type SelectedItem } from './wording.ts';

/** What of the slide in sight can be edited, as the frame needs to know it. */
function editable(selected: SelectedItem | null, title: string | null): { readonly lines: string[]; readonly whole: boolean } {
  if (selected?.item.kind === 'own') return { lines: [], whole: true };
  const words =
    selected?.lines.filter(({ field, removed }) => field.kind !== 'notes' && removed === null).map(({ text }) => plainWords(text)) ?? [];
  const headline = words[0];
  const titles = title !== null && headline !== undefined && headline !== '' && title.startsWith(headline) ? [title] : [];
  return { lines: [...words.filter(Boolean), ...titles], whole: false };
}

/** The real slides: thumbnails, one large, edited where they stand. */
export function PreviewPane() {
  const controller = useController();
  const { feed, selectSlide, run, show, store } = controller;
  const preview = useApp((state) => state.preview);
  const hasItems = useApp((state) => (state.doc?.history.present.items.length ?? 0) > 0);
  const opening = useApp((state) => state.opening);
  const selected = useSelectedItem();
  const slide = useSlide();
  const box = useRef<HTMLDivElement>(null);
  const [send, setSend] = useState<((message: ToFrame) => void) | null>(null);
  const [target, setTarget] = useState<{
    readonly edit: InlineTarget;
    readonly index: number;
    readonly width: number;
    readonly height: number;
  } | null>(null);
  const keys = { next: useKeyHint('next-slide'), previous: useKeyHint('previous-slide') };

  const { lines, whole } = editable(belongs(slide, selected) ? selected : null, slide?.title ?? null);
  const said = JSON.stringify([slide?.id, lines, whole]);
  const revision = preview.deck?.revision;
  useEffect(() => {
    if (!send || !slide) return;
    send({ kind: 'show', id: slide.id, lines, whole, focus: false });
    // `said` holds everything that is sent; the revision brings a slide that was drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [send, said, revision]);

  const onMessage = (message: FromFrame, frame: HTMLIFrameElement): void => {
    switch (message.kind) {
      case 'ready':
        return;
      case 'chosen':
        setTarget(null);
        selectSlide(message.id);
        return;
      case 'whole':
        if (selected) show({ kind: 'own', index: selected.index, at: selected.index });
        return;
      case 'line': {
        const line = selected ? lineWith(selected.lines, message.text) : null;
        const place = frame.getBoundingClientRect();
        const inside = box.current?.getBoundingClientRect();
        if (!line || !selected || !inside) return;
        const rect = { ...message.rect, x: message.rect.x + place.left - inside.left, y: message.rect.y + place.top - inside.top };
        setTarget({ edit: { line, rect, size: message.size }, index: selected.index, width: inside.width, height: inside.height });
        return;
      }
      case 'key': {
        const action = actionFor(message, keyboardOf(store.get()), false);
        if (action) {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          run(action);
        }
        return;
      }
    }
  };

  const leave = (): void => {
    setTarget(null);
    box.current?.querySelector('iframe')?.focus();
  };

  const { deck } = preview;
  const at = deck?.slides.findIndex(({ id }) => id === preview.slide) ?? -1;
  return (
    <section className="pane preview" data-pane="preview" aria-label={strings.preview.title} tabIndex={-1}>
      <div className="pane-head">
        <h2>{strings.preview.title}</h2>
        <span className="muted working" role="status">
          {opening || (preview.state === 'working' && !deck) ? strings.preview.working : ''}
        </span>
        {preview.state === 'failed' ? (
          <span className="failed-note">
            <WarningIcon /> {strings.preview.failed}
            <Button look="quiet" className="small" onPress={() => run('go-problems')}>
              {strings.preview.failedHint}
            </Button>
          </span>
        ) : null}
        <span className="spacer" />
        {deck && at >= 0 ? <span className="muted position">{strings.preview.position(at + 1, deck.slides.length)}</span> : null}
        <IconButton label={strings.preview.previous} keyHint={keys.previous} isDisabled={at <= 0} onPress={() => run('previous-slide')}>
          <span className="turn-left">
            <ChevronIcon />
          </span>
        </IconButton>
        <IconButton
          label={strings.preview.next}
          keyHint={keys.next}
          isDisabled={!deck || at >= deck.slides.length - 1}
          onPress={() => run('next-slide')}
        >
          <ChevronIcon />
        </IconButton>
      </div>
      <div ref={box} className="frame-box" data-pane-frame>
        {hasItems ? (
          <SlideFrame feed={feed} mode="both" title={strings.preview.frame} onMessage={onMessage} onReady={(to) => setSend(() => to)} />
        ) : null}
        {!hasItems && !opening ? <Empty title={strings.preview.empty} hint={strings.preview.emptyHint} /> : null}
        {target ? (
          <InlineEdit
            key={`${target.index} ${JSON.stringify(target.edit.line.field)}`}
            target={target.edit}
            room={target}
            onLeave={leave}
            onRemove={
              isEntry(target.edit.line)
                ? () => {
                    remove(controller, target.index, target.edit.line);
                    leave();
                    tellDone(controller.context, strings.leftOut, { label: strings.undo, name: 'undo' });
                  }
                : null
            }
            onKeep={(text) => {
              reword(controller, target.index, target.edit.line, text);
              leave();
            }}
          />
        ) : null}
      </div>
    </section>
  );
}
