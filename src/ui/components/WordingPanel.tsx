import type { Line } from '../state/wording.ts';
import { strings } from '../strings.ts';
import { Button } from './basics.tsx';
import { TypedLine } from './TypedLine.tsx';
import { useController } from './use-app.ts';
import { useSelectedItem } from './wording.ts';

function labelOf({ field }: Line): string {
  switch (field.kind) {
    case 'headline':
      return strings.panel.headline;
    case 'summary':
      return strings.panel.summary;
    case 'notes':
      return strings.panel.notes;
    case 'point':
      return strings.panel.point(field.position);
  }
}

/** Every line of the selected topic, to be changed for this briefing. */
export function WordingPanel() {
  const { show } = useController();
  const selected = useSelectedItem();
  if (!selected) return <p className="muted">{strings.panel.noTopic}</p>;
  if (selected.item.kind === 'own') {
    return (
      <div className="own-hint">
        <p dir="auto">{selected.item.title}</p>
        <Button onPress={() => show({ kind: 'own', index: selected.index, at: selected.index })}>{strings.panel.editOwn}</Button>
      </div>
    );
  }
  return (
    <div className="wording" data-wording>
      {selected.lines
        .filter(({ field }) => field.kind !== 'notes')
        .map((line) => (
          <TypedLine
            key={`${selected.index} ${line.field.kind === 'point' ? line.field.position : line.field.kind}`}
            label={labelOf(line)}
            line={line}
            index={selected.index}
          />
        ))}
    </div>
  );
}
