import { strings } from '../../strings.ts';
import type { Briefing, Template } from '../../types.ts';
import { TemplatePicture } from './TemplatePicture.tsx';

interface TemplateCardProps {
  readonly template: Template;
  readonly chosen: boolean;
  readonly inUse: boolean;
  readonly briefing: Briefing;
  readonly onChoose: () => void;
}

/** A template to choose, with the briefing's slides in it. */
export function TemplateCard({ template, chosen, inUse, briefing, onChoose }: TemplateCardProps) {
  return (
    <label className={`template-card${chosen ? ' chosen' : ''}`}>
      <input type="radio" name="template" className="unseen" checked={chosen} autoFocus={inUse} onChange={onChoose} />
      <span className="template-picture">
        <TemplatePicture template={template} briefing={briefing} />
      </span>
      <span className="template-name">
        <bdi>{template.title}</bdi>
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
