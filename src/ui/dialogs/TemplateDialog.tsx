import { useState } from 'react';
import { Button, Dialog } from '../components/basics.tsx';
import { PlusIcon } from '../components/icons.tsx';
import { useApp, useBriefing, useController } from '../components/use-app.ts';
import { base64Of, pickFile, POWERPOINT_TYPES } from '../files.ts';
import { setTemplate } from '../state/briefing.ts';
import { strings } from '../strings.ts';
import type { Template } from '../types.ts';
import { TemplateCard } from './template/TemplateCard.tsx';
import { TemplateSide } from './template/TemplateSide.tsx';

/** Ways in: an organisation's PowerPoint file, or a template that somebody gave away. */
function Add({ onMade }: { readonly onMade: (template: Template) => void }) {
  const { company, installTemplate } = useController();
  const [waiting, setWaiting] = useState<{ readonly name: string; readonly data: string } | null>(null);
  const install = async (file: { readonly name: string; readonly data: string }, replace: boolean): Promise<void> => {
    const made = await installTemplate(file.name, file.data, replace);
    setWaiting(made === 'exists' ? file : null);
    if (made !== null && made !== 'exists') onMade(made);
  };
  return (
    <>
      <Button
        onPress={() =>
          void pickFile(POWERPOINT_TYPES).then((file) => {
            if (file) company.add(file);
          })
        }
      >
        <PlusIcon />
        {strings.company.add}
      </Button>
      <Button
        onPress={() =>
          void pickFile('.zip').then(async (file) => {
            if (file) await install({ name: file.name, data: await base64Of(file) }, false);
          })
        }
      >
        {strings.templates.install}
      </Button>
      {waiting ? (
        <Button look="danger" onPress={() => void install(waiting, true)}>
          {strings.templates.replace}
        </Button>
      ) : null}
    </>
  );
}

/** Pictures of every template on the left; what can be done with the chosen one on the right. */
export function TemplateDialog() {
  const { show, documents } = useController();
  const templates = useApp((state) => state.templates);
  const briefing = useBriefing();
  const [name, setName] = useState(briefing?.template ?? '');
  const template = templates.find((t) => t.name === name);
  if (!briefing) return null;
  const close = (): void => show(null);
  const choose = (next: Template): void => {
    setName(next.name);
    documents.edit((b) => setTemplate(b, next.name, Object.keys(next.options)));
  };
  return (
    <Dialog
      title={strings.templates.title}
      size="large"
      onClose={close}
      footer={
        <>
          <Add onMade={choose} />
          <span className="spacer" />
          <Button look="primary" onPress={close}>
            {strings.done}
          </Button>
        </>
      }
    >
      <div className="templates">
        <fieldset className="template-grid">
          <legend className="unseen">{strings.templates.title}</legend>
          {templates.map((t) => (
            <TemplateCard
              key={t.name}
              template={t}
              briefing={briefing}
              chosen={t.name === name}
              inUse={t.name === briefing.template}
              onChoose={() => choose(t)}
            />
          ))}
        </fieldset>
        {template ? <TemplateSide template={template} briefing={briefing} onMade={choose} /> : null}
      </div>
    </Dialog>
  );
}
