import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { addTopics, keyOf, removeTopics } from '../state/briefing.ts';
import { rowsOf, type Row } from '../state/rows.ts';
import { buildIndex, facets, isFiltered, search } from '../state/search.ts';
import { strings } from '../strings.ts';
import { Button, Empty, IconButton } from './basics.tsx';
import { Filters } from './Filters.tsx';
import { CloseIcon, PlusIcon, SearchIcon, WarningIcon } from './icons.tsx';
import { editRow, Peek } from './Peek.tsx';
import { TopicTree } from './TopicTree.tsx';
import { useApp, useBriefing, useController } from './use-app.ts';

/** Articles and topics: search, filter, choose. */
export function LibraryPane() {
  const controller = useController();
  const { set, documents, selectRow, store, run, reveal } = controller;
  const library = useApp((state) => state.library);
  const query = useApp((state) => state.query);
  const expanded = useApp((state) => state.expanded);
  const canReveal = useApp((state) => state.host?.reveal === true);
  const opening = useApp((state) => state.opening);
  const unfinished = useApp((state) => state.reviews.length);
  const arrived = useApp((state) => state.arrived);
  const briefing = useBriefing();
  const [own, setOwn] = useState<string | null>(null);

  // What is typed shows at once; the results follow when there is time.
  const deferred = useDeferredValue(query);
  const index = useMemo(() => buildIndex(library.articles), [library.articles]);
  const { tags, actors } = useMemo(() => facets(library.articles), [library.articles]);
  const hits = useMemo(() => search(index, deferred), [index, deferred]);
  const [closed, setClosed] = useState<{ readonly of: typeof deferred; readonly ids: ReadonlySet<string> }>({
    of: deferred,
    ids: new Set(),
  });
  const searching = isFiltered(deferred);
  const shut = closed.of === deferred ? closed.ids : new Set<string>();
  const rows = useMemo(
    () => rowsOf(hits, (id) => (searching ? !shut.has(id) : expanded.has(id))),
    // `shut` is made anew each time; what it was made from tells when it changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [hits, searching, closed, expanded],
  );
  const chosen = useMemo(() => new Set(briefing?.items.map(keyOf) ?? []), [briefing]);
  // What has just been saved is selected until something else is, so that the next key chooses it.
  const isHere = arrived !== null && rows.some(({ id }) => id === arrived);
  const active = isHere ? arrived : own;
  const setActive = (id: string | null): void => {
    setOwn(id);
    if (isHere) set((state) => ({ ...state, arrived: null }));
  };
  useEffect(() => {
    if (isHere) run('go-library');
  }, [isHere, run]);
  const activeRow = rows.find(({ id }) => id === active);

  const setOpen = (article: string, open: boolean): void => {
    if (searching) {
      const ids = new Set(shut);
      if (open) ids.delete(article);
      else ids.add(article);
      setClosed({ of: deferred, ids });
      return;
    }
    set((state) => {
      const ids = new Set(state.expanded);
      if (open) ids.add(article);
      else ids.delete(article);
      return { ...state, expanded: ids };
    });
  };

  const rowOf = (key: string): number => store.get().doc?.history.present.items.findIndex((item) => keyOf(item) === key) ?? -1;

  const toggle = (row: Row): void => {
    if (!briefing) {
      run('new-briefing');
      return;
    }
    const topics = (row.kind === 'topic' ? [row.topic] : row.topics).map(({ id }) => ({ article: row.article.id, topic: id }));
    const all = topics.every(({ article, topic }) => chosen.has(`${article}/${topic}`));
    documents.edit((b) => (all ? removeTopics(b, topics) : addTopics(b, topics)));
    const first = topics[0];
    const at = all || !first ? -1 : rowOf(`${first.article}/${first.topic}`);
    if (at >= 0) selectRow(at);
  };

  const goTo = (row: Row): void => {
    if (row.kind === 'topic' && !chosen.has(row.id)) toggle(row);
    const at = rowOf(row.id);
    if (at < 0) return;
    selectRow(at);
    run('go-order');
  };

  const topics = hits.reduce((sum, hit) => sum + hit.topics.length, 0);
  const broken = library.problems.filter(({ problems }) => problems.some(({ severity }) => severity === 'error')).length;
  return (
    <section className="pane library" data-pane="library" aria-label={strings.library.title} tabIndex={-1}>
      <div className="pane-head" data-search>
        <div className="search">
          <SearchIcon />
          <input
            type="text"
            role="searchbox"
            dir="auto"
            value={query.text}
            aria-label={strings.library.search}
            placeholder={strings.library.search}
            onChange={({ target }) => set((state) => ({ ...state, query: { ...state.query, text: target.value } }))}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault();
                const first = rows.find(({ kind }) => kind === 'topic') ?? rows[0];
                flushSync(() => setActive(first?.id ?? null));
                run('go-library');
              }
              if (event.key === 'Escape' && query.text !== '') set((state) => ({ ...state, query: { ...state.query, text: '' } }));
            }}
          />
          {query.text === '' ? null : (
            <IconButton label={strings.library.clear} onPress={() => set((state) => ({ ...state, query: { ...state.query, text: '' } }))}>
              <CloseIcon />
            </IconButton>
          )}
        </div>
        <Filters query={query} tags={tags} actors={actors} onChange={(next) => set((state) => ({ ...state, query: next }))} />
      </div>
      {rows.length > 0 ? (
        <TopicTree
          rows={rows}
          chosen={chosen}
          active={active}
          onActive={setActive}
          onToggle={toggle}
          onOpen={setOpen}
          onGo={goTo}
          onEdit={(row) => editRow(controller, row)}
        />
      ) : library.loading || opening ? (
        <div className="fill" />
      ) : searching ? (
        <Empty title={strings.library.nothing} hint={strings.library.nothingHint} />
      ) : (
        <Empty title={strings.library.empty} hint={strings.library.emptyHint}>
          <Button look="primary" onPress={() => run('add-article')}>
            {strings.library.add}
          </Button>
          {canReveal ? <Button onPress={() => reveal({ kind: 'workspace' })}>{strings.library.showFolder}</Button> : null}
        </Empty>
      )}
      {rows.length > 0 ? <Peek row={activeRow} /> : null}
      <div className="pane-foot">
        <span role="status">
          {library.loading ? strings.library.loading(library.loading.done, library.loading.of) : strings.library.found(topics, hits.length)}
        </span>
        {broken > 0 ? (
          <Button look="quiet" className="small" onPress={() => run('go-problems')}>
            <WarningIcon /> {strings.library.broken(broken)}
          </Button>
        ) : null}
        <span className="spacer" />
        <Button look="quiet" className="small" onPress={() => run('add-article')}>
          <PlusIcon /> {unfinished > 0 ? strings.library.addOrGoOn(unfinished) : strings.library.add}
        </Button>
      </div>
    </section>
  );
}
