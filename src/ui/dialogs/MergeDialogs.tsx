import { Button, Dialog } from '../components/basics.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { conflictsOf, mergeToGoOn, settledCount } from '../state/merge.ts';
import { strings } from '../strings.ts';

/** Which edited deck to merge with the open briefing. */
export function MergeDialog() {
  const { merges, show } = useController();
  const merge = useApp(mergeToGoOn);
  const words = strings.merge.choose;
  return (
    <Dialog title={words.title} size="small" onClose={() => show(null)}>
      <p>{words.hint}</p>
      <div className="merge-ways">
        {merge?.merge ? (
          <Button look="primary" autoFocus onPress={merges.goOn}>
            {words.goOn(merge.merge.name, settledCount(merge), conflictsOf(merge).length)}
          </Button>
        ) : null}
        <Button look={merge ? 'plain' : 'primary'} autoFocus={!merge} onPress={() => void merges.open({ kind: 'output' })}>
          {words.output}
        </Button>
        <Button onPress={() => void merges.choose()}>{words.file}</Button>
      </div>
    </Dialog>
  );
}

/** Something is not settled: whether to save all the same. */
export function SaveMergeDialog() {
  const { merges, show } = useController();
  const open = useApp(({ merge }) => (merge ? conflictsOf(merge).length - settledCount(merge) : 0));
  const words = strings.merge.confirm;
  return (
    <Dialog
      title={words.title}
      size="small"
      onClose={() => show(null)}
      footer={
        <>
          <Button autoFocus onPress={() => show(null)}>
            {words.back}
          </Button>
          <Button look="primary" onPress={() => void merges.save(true)}>
            {words.save}
          </Button>
        </>
      }
    >
      <p>{words.text(open)}</p>
    </Dialog>
  );
}
