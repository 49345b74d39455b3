import { useState } from 'react';
import { Button, Dialog } from '../components/basics.tsx';
import { ProblemText } from '../components/ProblemsPanel.tsx';
import { useApp, useBriefing, useController } from '../components/use-app.ts';
import { valueAt } from '../state/design.ts';
import { strings } from '../strings.ts';
import type { Design, DesignChange } from '../types.ts';
import { TemplatePicture } from './template/TemplatePicture.tsx';

const HEX = /^#[0-9A-Fa-f]{6}$/;
const VARIANTS = ['light', 'dark'] as const;

type ColorName = keyof typeof strings.design.colors;

/** A colour to pick, and to write as `#RRGGBB`. */
function ColorField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { designs } = useController();
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string): void => {
    if (HEX.test(text)) onChange(text.toUpperCase());
  };
  return (
    <span className="color-field">
      <input
        type="color"
        aria-label={label}
        value={value.toLowerCase()}
        onChange={({ target }) => take(target.value)}
        onBlur={designs.settle}
      />
      <input
        type="text"
        aria-label={strings.design.hex(label)}
        aria-invalid={typed !== null && !HEX.test(typed)}
        value={typed ?? value}
        size={8}
        maxLength={7}
        spellCheck={false}
        dir="ltr"
        onChange={({ target }) => {
          setTyped(target.value);
          take(target.value);
        }}
        onBlur={() => {
          setTyped(null);
          designs.settle();
        }}
      />
    </span>
  );
}

function Colors({ design, onChange }: { readonly design: Design; readonly onChange: (change: DesignChange) => void }) {
  const words = strings.design;
  const names = (Object.keys(words.colors) as ColorName[]).filter((name) => VARIANTS.some((at) => valueAt(design, { at, name }) !== null));
  return (
    <table className="design-colors">
      <caption className="unseen">{words.palette}</caption>
      <thead>
        <tr>
          <th scope="col">{words.use}</th>
          {VARIANTS.map((at) => (
            <th key={at} scope="col">
              {strings.templates.variants[at]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{words.colors[name]}</th>
            {VARIANTS.map((at) => {
              const value = valueAt(design, { at, name });
              const label = `${words.colors[name]}, ${strings.templates.variants[at]}`;
              return (
                <td key={at}>
                  {value === null ? null : (
                    <ColorField label={label} value={value} onChange={(next) => onChange({ at, name, value: next })} />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The families that are measured exactly, and the one that the template has. */
function Fonts({ design, onChange }: { readonly design: Design; readonly onChange: (change: DesignChange) => void }) {
  const words = strings.design;
  return (
    <div className="pair">
      {(['heading', 'body'] as const).map((name) => (
        <label key={name} className="field">
          <span>{words.fonts[name]}</span>
          <select value={design.fonts[name]} onChange={({ target }) => onChange({ at: 'fonts', name, value: target.value })}>
            {[...new Set([design.fonts[name], ...words.families])].map((family) => (
              <option key={family} value={family}>
                {family}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}

/** Words that are hard to read, each with the nearest shade that is not. */
function Readable({ design, onChange }: { readonly design: Design; readonly onChange: (change: DesignChange) => void }) {
  const words = strings.design;
  const isNamed = (color: string): color is ColorName => color in words.colors;
  const nameOf = (color: string): string => (isNamed(color) ? words.colors[color] : color);
  return (
    <section aria-live="polite" className="design-readable">
      {design.unreadable.length === 0 ? <p className="muted">{words.allReadable}</p> : null}
      {design.unreadable.map(({ variant, color, ground, ratio, required, layouts, shade }) => (
        <div key={`${variant} ${color} ${ground}`} className="callout warning">
          <p>{words.hardToRead(nameOf(color), nameOf(ground), strings.templates.variants[variant], ratio, required, layouts.length)}</p>
          {!isNamed(color) ? (
            <p>{words.ownColor}</p>
          ) : shade === null ? (
            <p>{words.noShade}</p>
          ) : (
            <Button onPress={() => onChange({ at: variant, name: color, value: shade })}>{words.mend(nameOf(color), shade)}</Button>
          )}
        </div>
      ))}
    </section>
  );
}

/** Colours and fonts of a template of the workspace, with the briefing's own slides beside them. */
export function DesignDialog() {
  const { designs, show } = useController();
  const { template, design, past, future, problems } = useApp((state) => state.designing);
  const briefing = useBriefing();
  const words = strings.design;
  return (
    <Dialog
      title={template === null ? words.title : words.titleOf(template.title)}
      size="large"
      onClose={() => show(null)}
      footer={
        <>
          <Button isDisabled={past.length === 0} onPress={designs.undo}>
            {strings.undo}
          </Button>
          <Button isDisabled={future.length === 0} onPress={designs.redo}>
            {strings.redo}
          </Button>
          <span className="spacer" />
          <Button look="primary" onPress={() => show({ kind: 'templates' })}>
            {strings.done}
          </Button>
        </>
      }
    >
      {problems.map((problem, index) => (
        <div key={index} className={`callout ${problem.severity}`}>
          <ProblemText problem={problem} />
        </div>
      ))}
      {template === null || design === null ? null : (
        <div className="design">
          <div className="design-controls">
            <Fonts design={design} onChange={designs.change} />
            <Readable design={design} onChange={designs.change} />
            <Colors design={design} onChange={designs.change} />
          </div>
          {briefing ? (
            <div className="template-picture design-picture">
              <TemplatePicture template={template} briefing={briefing} />
            </div>
          ) : null}
        </div>
      )}
    </Dialog>
  );
}
