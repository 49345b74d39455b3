import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { allProblems, type Panel } from '../state/app.ts';
import { strings } from '../strings.ts';
import { NotesPanel } from './NotesPanel.tsx';
import { ProblemsPanel } from './ProblemsPanel.tsx';
import { useApp, useController } from './use-app.ts';
import { WordingPanel } from './WordingPanel.tsx';
import { useMemo } from 'react';

/** Below the slide: what is said, how it is worded, what is wrong. */
export function BottomPanel() {
  const { set } = useController();
  const panel = useApp((state) => state.panel);
  const preview = useApp((state) => state.preview);
  const library = useApp((state) => state.library);
  const doc = useApp((state) => state.doc);
  const problems = useMemo(() => allProblems({ doc, preview, library }), [doc, preview, library]);
  const errors = problems.some(({ severity }) => severity === 'error');
  return (
    <section className="panel" data-pane="panel" aria-label={strings.panel.title} tabIndex={-1}>
      <Tabs selectedKey={panel} onSelectionChange={(key) => set((state) => ({ ...state, panel: key as Panel }))}>
        <TabList className="tab-list" aria-label={strings.panel.title}>
          <Tab id="notes" className="tab">
            {strings.panel.notes}
          </Tab>
          <Tab id="wording" className="tab">
            {strings.panel.wording}
          </Tab>
          <Tab id="problems" className="tab">
            {strings.panel.problems}
            {problems.length > 0 ? <span className={`count${errors ? ' error' : ''}`}>{problems.length}</span> : null}
          </Tab>
        </TabList>
        <TabPanel id="notes" className="tab-panel">
          <NotesPanel />
        </TabPanel>
        <TabPanel id="wording" className="tab-panel">
          <WordingPanel />
        </TabPanel>
        <TabPanel id="problems" className="tab-panel">
          <ProblemsPanel problems={problems} />
        </TabPanel>
      </Tabs>
    </section>
  );
}
