import type { Line } from '../state/wording.ts';
import { strings } from '../strings.ts';
import { Button } from './basics.tsx';
import { TypedLine } from './TypedLine.tsx';
import { useController } from './use-app.ts';
import { useInHand } from './wording.ts';

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

/** Every line of the topic in hand, to be changed for this briefing. */
export function WordingPanel() {
  const { show } = useController();
  const inHand = useInHand();
  if (!inHand) return <p className="muted">{strings.panel.noTopic}</p>;
  if (inHand.item.kind === 'own') {
    return (
      <div className="own-hint">
        <p>{inHand.item.title}</p>
        <Button onPress={() => show({ kind: 'own', index: inHand.index, at: inHand.index })}>{strings.panel.editOwn}</Button>
      </div>
    );
  }
  return (
    <div className="wording" data-wording>
      {inHand.lines
        .filter(({ field }) => field.kind !== 'notes')
        .map((line) => (
          <TypedLine
            key={`${inHand.index} ${line.field.kind === 'point' ? line.field.position : line.field.kind}`}
            label={labelOf(line)}
            line={line}
            index={inHand.index}
          />
        ))}
    </div>
  );
}
