import { Button } from '../components/basics.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { momentText } from '../state/time.ts';
import { strings } from '../strings.ts';
import type { Handover } from '../types.ts';

/** What may be done with one that is there, as far as the host can. */
export function HandoverButtons({ handover }: { readonly handover: Handover }) {
  const { open, reveal } = useController();
  const host = useApp((state) => state.host);
  const { page, place, title } = handover;
  const at = momentText(handover.at);
  if (!handover.there) return null;
  return (
    <>
      {host?.open === true && page !== null ? (
        <Button aria-label={strings.handover.openOf(title, at)} onPress={() => open({ kind: 'written', path: page })}>
          {strings.export.open}
        </Button>
      ) : null}
      {host?.reveal === true ? (
        <Button aria-label={strings.handover.revealOf(title, at)} onPress={() => reveal({ kind: 'written', path: place })}>
          {strings.export.reveal}
        </Button>
      ) : null}
    </>
  );
}

/** The workspace's earlier hand-overs, the newest first. */
export function Handovers({ handovers }: { readonly handovers: readonly Handover[] }) {
  const { compares } = useController();
  const file = useApp(({ doc }) => doc?.file);
  return (
    <section className="handovers" aria-labelledby="handovers-title">
      <h3 id="handovers-title">{strings.handover.earlier}</h3>
      {handovers.length === 0 ? <p className="muted">{strings.handover.none}</p> : null}
      <ul className="files">
        {handovers.map((handover) => (
          <li key={handover.id}>
            <span className="path">
              <span dir="auto">{handover.title}</span> {handover.mark === null ? null : <strong dir="auto">{handover.mark}</strong>}
              <span className="help">
                {momentText(handover.at)} · {strings.handover.about(handover.to, handover.stamp)}
              </span>
              <span className="help">
                {handover.place}
                {handover.there ? '' : ` (${strings.handover.gone})`}
              </span>
            </span>
            {handover.briefing === file ? (
              <Button
                aria-label={strings.compare.sinceOf(handover.title, momentText(handover.at))}
                onPress={() => void compares.open({ kind: 'handover', id: handover.id })}
              >
                {strings.compare.since}
              </Button>
            ) : null}
            <HandoverButtons handover={handover} />
          </li>
        ))}
      </ul>
    </section>
  );
}
