import { useEffect, useMemo, useState } from 'react';
import { Button, Dialog, TextField } from '../components/basics.tsx';
import { ProblemText } from '../components/ProblemsPanel.tsx';
import { SlideFrame } from '../components/SlideFrame.tsx';
import { useApp, useBriefing, useController } from '../components/use-app.ts';
import { createBriefingFeed } from '../controller/previews.ts';
import { base64Of, pickFile } from '../files.ts';
import { setTemplate } from '../state/briefing.ts';
import { strings } from '../strings.ts';
import type { Briefing, Template } from '../types.ts';
import { TemplateOptions } from './TemplateOptions.tsx';

/** The briefing's own first slides in a template: what it will look like, not what it might. */
function Picture({ template, briefing }: { readonly template: Template; readonly briefing: Briefing }) {
  const { context, store } = useController();
  const feed = useMemo(
    () =>
      createBriefingFeed(context, {
        channel: `gallery/${template.name}`,
        limit: 4,
        request: () => {
          const doc = store.get().doc;
          return doc && { file: doc.file, briefing: setTemplate(doc.history.present, template.name, Object.keys(template.options)) };
        },
        onStart: () => undefined,
        onDeck: () => undefined,
      }),
    [context, store, template],
  );
  useEffect(() => {
    feed.refresh();
  }, [feed, briefing]);
  return <SlideFrame feed={feed} mode="sheet" title={template.title} isPicture />;
}

function Card({
  template,
  chosen,
  inUse,
  briefing,
  onChoose,
}: {
  readonly template: Template;
  readonly chosen: boolean;
  readonly inUse: boolean;
  readonly briefing: Briefing;
  readonly onChoose: () => void;
}) {
  return (
    <label className={`template-card${chosen ? ' chosen' : ''}`}>
      <input type="radio" name="template" className="unseen" checked={chosen} autoFocus={inUse} onChange={onChoose} />
      <span className="template-picture">
        <Picture template={template} briefing={briefing} />
      </span>
      <span className="template-name">
        {template.title}
        {inUse ? <span className="badge">{strings.templates.inUse}</span> : null}
        {template.problems.some(({ severity }) => severity === 'error') ? (
          <span className="badge warn">{strings.templates.errors(template.problems.length)}</span>
        ) : null}
      </span>
      <span className="muted">
        {template.origin === 'built-in' ? strings.templates.builtIn : strings.templates.ours} ·{' '}
        {strings.templates.version(template.version)}
      </span>
    </label>
  );
}

/** Pictures of every template on the left; what can be done with the chosen one on the right. */
export function TemplateDialog() {
  const { show, documents, duplicateTemplate, installTemplate, exportTemplate, reveal } = useController();
  const templates = useApp((state) => state.templates);
  const canReveal = useApp((state) => state.host?.reveal === true);
  const briefing = useBriefing();
  const [name, setName] = useState(briefing?.template ?? '');
  const [copyName, setCopyName] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<{ readonly name: string; readonly data: string } | null>(null);
  const template = templates.find((t) => t.name === name);
  if (!briefing) return null;
  const close = (): void => show(null);
  const choose = (next: Template): void => {
    setName(next.name);
    documents.edit((b) => setTemplate(b, next.name, Object.keys(next.options)));
  };
  const install = async (file: { readonly name: string; readonly data: string }, replace: boolean): Promise<void> => {
    const made = await installTemplate(file.name, file.data, replace);
    setWaiting(made === 'exists' ? file : null);
    if (made !== null && made !== 'exists') choose(made);
  };
  const duplicate = async (): Promise<void> => {
    if (!template || copyName === null || copyName.trim() === '') return;
    const made = await duplicateTemplate(template.name, copyName.trim().replace(/[\\/:*?"<>|]/g, ' '));
    setCopyName(null);
    if (made) choose(made);
  };
  return (
    <Dialog
      title={strings.templates.title}
      size="large"
      onClose={close}
      footer={
        <>
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
            <Card
              key={t.name}
              template={t}
              briefing={briefing}
              chosen={t.name === name}
              inUse={t.name === briefing.template}
              onChoose={() => choose(t)}
            />
          ))}
        </fieldset>
        {template ? (
          <div className="template-side">
            <h3>{template.title}</h3>
            <p>{template.description}</p>
            {template.newer === null ? null : <p className="callout">{strings.templates.newer(template.newer)}</p>}
            {template.problems.map((problem, index) => (
              <div key={index} className={`callout ${problem.severity}`}>
                <ProblemText problem={problem} />
              </div>
            ))}
            <TemplateOptions template={template} briefing={briefing} />
            <div className="template-actions">
              {copyName === null ? (
                <Button onPress={() => setCopyName(strings.templates.copyOf(template.title))}>{strings.templates.duplicate}</Button>
              ) : (
                <div className="path-row">
                  <TextField
                    label={strings.templates.duplicateName}
                    value={copyName}
                    onChange={setCopyName}
                    onEnter={() => void duplicate()}
                    autoFocus
                  />
                  <Button look="primary" onPress={() => void duplicate()}>
                    {strings.templates.make}
                  </Button>
                </div>
              )}
              {canReveal ? (
                <Button onPress={() => reveal({ kind: 'template', name: template.name })}>{strings.templates.reveal}</Button>
              ) : null}
              <Button onPress={() => void exportTemplate(template.name)}>{strings.templates.give}</Button>
            </div>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}
