import { plainWords } from '../state/wording.ts';
import { strings } from '../strings.ts';
import { TypedLine } from './TypedLine.tsx';
import { belongs, useSelectedItem, useSlide } from './wording.ts';

/** The presenter's notes: of the selected topic, to be changed; below, all that stands under the slide in sight. */
export function NotesPanel() {
  const selected = useSelectedItem();
  const slide = useSlide();
  const notes = belongs(slide, selected) ? selected?.lines.find(({ field }) => field.kind === 'notes') : undefined;
  const shown = slide?.notes.filter(({ text }) => text !== '') ?? [];
  // What the field above says need not stand below it again.
  const others = notes ? shown.filter(({ kind, text }) => kind !== 'text' || !plainWords(notes.text).includes(text)) : shown;
  return (
    <div className="notes">
      {notes && selected ? (
        <TypedLine
          key={selected.index}
          label={strings.panel.notes}
          line={notes}
          index={selected.index}
          placeholder={strings.panel.notesHint}
        />
      ) : null}
      {others.map((note, index) => (
        <p key={index} className={`note ${note.kind}`} dir="auto">
          {note.text}
        </p>
      ))}
      {!notes && others.length === 0 ? <p className="muted">{slide ? strings.panel.noNotes : strings.panel.noTopic}</p> : null}
    </div>
  );
}
