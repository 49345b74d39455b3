import { useState } from 'react';
import { Button, TextField } from '../../components/basics.tsx';
import { ProblemText } from '../../components/ProblemsPanel.tsx';
import { useApp, useController } from '../../components/use-app.ts';
import { strings } from '../../strings.ts';
import type { Briefing, Template } from '../../types.ts';
import { TemplateOptions } from '../TemplateOptions.tsx';

interface TemplateSideProps {
  readonly template: Template;
  readonly briefing: Briefing;
  readonly onMade: (template: Template) => void;
}

function Duplicate({ template, onMade }: Pick<TemplateSideProps, 'template' | 'onMade'>) {
  const { duplicateTemplate } = useController();
  const [copyName, setCopyName] = useState<string | null>(null);
  const duplicate = async (): Promise<void> => {
    if (copyName === null || copyName.trim() === '') return;
    const made = await duplicateTemplate(template.name, copyName.trim().replace(/[\\/:*?"<>|]/g, ' '));
    setCopyName(null);
    if (made) onMade(made);
  };
  if (copyName === null)
    return <Button onPress={() => setCopyName(strings.templates.copyOf(template.title))}>{strings.templates.duplicate}</Button>;
  return (
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
  );
}

/** Built-in templates are copied first. */
function OpenDesign({ template, onMade }: Pick<TemplateSideProps, 'template' | 'onMade'>) {
  const { designs, duplicateTemplate } = useController();
  const own = template.origin === 'workspace';
  const open = async (): Promise<void> => {
    const copy = own ? template : await duplicateTemplate(template.name, strings.templates.copyOf(template.title));
    if (!copy) return;
    if (!own) onMade(copy);
    designs.open(copy.name);
  };
  return (
    <div>
      <Button onPress={() => void open()}>{own ? strings.design.open : strings.design.copy}</Button>
    </div>
  );
}

/** What can be done with the chosen template. */
export function TemplateSide({ template, briefing, onMade }: TemplateSideProps) {
  const { company, exportTemplate, reveal } = useController();
  const canReveal = useApp((state) => state.host?.reveal === true);
  return (
    <div className="template-side">
      <h3>
        <bdi>{template.title}</bdi>
      </h3>
      <p>{template.description}</p>
      {template.company ? (
        <div>
          <Button onPress={() => company.examine(template.name)}>{strings.company.check}</Button>
        </div>
      ) : null}
      {template.company ? null : <OpenDesign key={template.name} template={template} onMade={onMade} />}
      {template.newer === null ? null : <p className="callout">{strings.templates.newer(template.newer)}</p>}
      {template.problems.map((problem, index) => (
        <div key={index} className={`callout ${problem.severity}`}>
          <ProblemText problem={problem} />
        </div>
      ))}
      <TemplateOptions template={template} briefing={briefing} />
      <div className="template-actions">
        <Duplicate key={template.name} template={template} onMade={onMade} />
        {canReveal ? <Button onPress={() => reveal({ kind: 'template', name: template.name })}>{strings.templates.reveal}</Button> : null}
        <Button onPress={() => void exportTemplate(template.name)}>{strings.templates.give}</Button>
      </div>
    </div>
  );
}
