import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { Button, Dialog, TextField } from '../components/basics.tsx';
import { ImageIcon } from '../components/icons.tsx';
import { useApp, useBriefing, useController } from '../components/use-app.ts';
import { attempt, tellProblems } from '../controller/context.ts';
import { base64Of, filesOf, IMAGE_TYPES, isImage, pickFile } from '../files.ts';
import { addOwn, editOwn, removeItem } from '../state/briefing.ts';
import { insertBlock, isChartable, parseCells, toChart, toTable, type Cells, type ChartKind } from '../state/table.ts';
import { strings } from '../strings.ts';

interface OwnDialogProps {
  /** The slide to edit; null: a new one, at `at`. */
  readonly index: number | null;
  readonly at: number;
}

interface Pasted {
  readonly cells: Cells;
  /** What stands in the text for it now. */
  readonly block: string;
  readonly as: 'table' | ChartKind;
}

const KINDS: readonly ChartKind[] = ['bar', 'stacked-bar', 'line', 'doughnut'];

/** What a picture is called in Markdown: its description, with nothing in it that Markdown would read. */
function imageBlock(alt: string, src: string): string {
  return `![${alt.replace(/[[\]\\\n]/g, ' ').trim()}](${src})`;
}

/** A slide of the briefer's own: text, pasted pictures, tables and charts from pasted cells. */
export function OwnDialog({ index, at }: OwnDialogProps) {
  const { show, documents, client, context, selectRow } = useController();
  const briefing = useBriefing();
  const file = useApp((state) => state.doc?.file ?? '');
  const item = index === null ? undefined : briefing?.items[index];
  const start = item?.kind === 'own' ? item : null;
  const [title, setTitle] = useState(start?.title ?? '');
  const [body, setBody] = useState(start?.body ?? '');
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [image, setImage] = useState<{ readonly src: string; readonly alt: string } | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const close = (): void => show(null);

  const keep = (): void => {
    const name = title.replace(/\s+/g, ' ').trim() || strings.own.untitled;
    const text = image && image.alt.trim() !== '' ? insertBlock(body, body.length, imageBlock(image.alt, image.src)).text : body;
    show(null);
    if (index === null) {
      documents.edit((b) => addOwn(b, at, name, text));
      selectRow(at);
    } else documents.edit((b) => editOwn(b, index, name, text));
  };

  const insert = (block: string): void => {
    const place = area.current?.selectionStart ?? body.length;
    setBody(insertBlock(body, place, block).text);
  };

  const takeImage = async (chosen: File | undefined | null): Promise<void> => {
    if (!chosen) return;
    if (!isImage(chosen)) {
      tellProblems(context, strings.own.imageKind, []);
      return;
    }
    const data = await base64Of(chosen);
    const name = /^[^\\/:*?"<>|.][^\\/:*?"<>|]*$/.test(chosen.name) ? chosen.name.slice(-180) : 'picture.png';
    const added = await attempt(context, strings.problem.image, () => client.call('image.add', { file, name, data }));
    if (added) setImage({ src: added.src, alt: '' });
  };

  const onPaste = (event: ClipboardEvent): void => {
    const cells = parseCells(event.clipboardData.getData('text/plain'));
    const picture = filesOf(event.clipboardData).find(isImage);
    if (cells) {
      event.preventDefault();
      const block = toTable(cells);
      insert(block);
      setPasted({ cells, block, as: 'table' });
    } else if (picture) {
      event.preventDefault();
      void takeImage(picture);
    }
  };

  const onDrop = (event: DragEvent): void => {
    const [dropped] = filesOf(event.dataTransfer);
    if (!dropped) return;
    event.preventDefault();
    event.stopPropagation();
    void takeImage(dropped);
  };

  const showAs = (as: Pasted['as']): void => {
    if (!pasted) return;
    const block = as === 'table' ? toTable(pasted.cells) : toChart(pasted.cells, as, title);
    setBody((text) => text.replace(pasted.block, () => block));
    setPasted({ ...pasted, block, as });
  };

  const putImage = (): void => {
    if (!image || image.alt.trim() === '') return;
    insert(imageBlock(image.alt, image.src));
    setImage(null);
    area.current?.focus();
  };

  return (
    <Dialog
      title={index === null ? strings.own.add : strings.own.edit}
      isDismissable={false}
      onClose={close}
      footer={
        <>
          {index === null ? null : (
            <Button
              look="danger"
              onPress={() => {
                show(null);
                documents.edit((b) => removeItem(b, index));
              }}
            >
              {strings.own.remove}
            </Button>
          )}
          <span className="spacer" />
          <Button onPress={close}>{strings.cancel}</Button>
          <Button look="primary" onPress={keep}>
            {index === null ? strings.own.save : strings.own.saveEdit}
          </Button>
        </>
      }
    >
      <div
        className="form"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
        }}
      >
        <TextField label={strings.own.title} value={title} onChange={setTitle} autoFocus />
        <div className="field">
          <label htmlFor="own-body">{strings.own.body}</label>
          <textarea
            id="own-body"
            ref={area}
            className="own-body"
            aria-describedby="own-help"
            value={body}
            rows={10}
            spellCheck
            onChange={({ target }) => setBody(target.value)}
            onPaste={onPaste}
            onDragOver={(event) => event.preventDefault()}
            onDrop={onDrop}
          />
          <p className="help" id="own-help">
            {strings.own.bodyHint}
          </p>
        </div>
        {pasted ? (
          <div className="callout" role="status">
            <span>{strings.own.pasted}</span>
            {isChartable(pasted.cells) ? (
              <>
                <Button className="small" isDisabled={pasted.as === 'table'} onPress={() => showAs('table')}>
                  {strings.own.asTable}
                </Button>
                {KINDS.map((kind) => (
                  <Button key={kind} className="small" isDisabled={pasted.as === kind} onPress={() => showAs(kind)}>
                    {strings.own.charts[kind]}
                  </Button>
                ))}
              </>
            ) : null}
          </div>
        ) : null}
        {image ? (
          <div className="path-row">
            <TextField
              label={strings.own.altNeeded}
              value={image.alt}
              onChange={(alt) => setImage({ ...image, alt })}
              onEnter={putImage}
              autoFocus
            />
            <Button isDisabled={image.alt.trim() === ''} onPress={putImage}>
              {strings.own.altAdd}
            </Button>
          </div>
        ) : (
          <div>
            <Button onPress={() => void pickFile(IMAGE_TYPES.join(',')).then(takeImage)}>
              <ImageIcon /> {strings.own.image}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
