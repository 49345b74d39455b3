import { setMeta } from '../state/briefing.ts';
import { Button, Dialog, TextField } from '../components/basics.tsx';
import { useMetaField, useMinutesField } from '../components/MetaBar.tsx';
import { useBriefing, useController } from '../components/use-app.ts';
import { strings } from '../strings.ts';
import { useState } from 'react';

/** All fields around the running order, roomy. */
export function DetailsDialog() {
  const { show, documents } = useController();
  const briefing = useBriefing();
  const [title, setTitle] = useState(briefing?.title ?? '');
  const close = (): void => show(null);
  return (
    <Dialog
      title={strings.meta.bar}
      onClose={close}
      footer={
        <Button look="primary" onPress={close}>
          {strings.done}
        </Button>
      }
    >
      <div className="form">
        <TextField
          label={strings.meta.title}
          value={title}
          autoFocus
          onChange={(value) => {
            setTitle(value);
            if (value.trim() !== '') documents.edit((b) => setMeta(b, 'title', value), 'title');
          }}
          onBlur={() => {
            setTitle(briefing?.title ?? title);
            documents.endGroup();
          }}
        />
        <TextField label={strings.meta.subtitle} {...useMetaField('subtitle')} />
        <div className="pair">
          <TextField label={strings.meta.audience} placeholder={strings.meta.audienceHint} {...useMetaField('audience')} />
          <TextField label={strings.meta.presenter} placeholder={strings.meta.presenterHint} {...useMetaField('presenter')} />
        </div>
        <div className="pair">
          <TextField label={strings.meta.date} type="date" {...useMetaField('date')} />
          <TextField label={strings.meta.minutes} type="number" help={strings.meta.minutesHelp} {...useMinutesField()} />
        </div>
        <div className="pair">
          <TextField label={strings.meta.mark} placeholder={strings.meta.markHint} help={strings.meta.markHelp} {...useMetaField('mark')} />
          <TextField label={strings.meta.language} placeholder={strings.meta.languageHint} {...useMetaField('language')} />
        </div>
      </div>
    </Dialog>
  );
}
