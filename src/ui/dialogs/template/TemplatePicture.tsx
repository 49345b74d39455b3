import { useEffect, useMemo } from 'react';
import { SlideFrame } from '../../components/SlideFrame.tsx';
import { useController } from '../../components/use-app.ts';
import { createBriefingFeed } from '../../controller/previews.ts';
import { setTemplate } from '../../state/briefing.ts';
import type { Briefing, Template } from '../../types.ts';

/** The briefing's own first slides in a template: what it will look like, not what it might. */
export function TemplatePicture({ template, briefing }: { readonly template: Template; readonly briefing: Briefing }) {
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
        onLost: () => undefined,
        onDeck: () => undefined,
      }),
    [context, store, template],
  );
  useEffect(() => {
    feed.refresh();
  }, [feed, briefing]);
  return <SlideFrame feed={feed} mode="sheet" title={template.title} isPicture />;
}
