import { useMemo, useRef } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { byLine, outline, type ArticleSide, type OpenArticle } from '../../state/article.ts';
import { pieceAt, PIECE_NAMES, referenceAt, type PieceName } from '../../state/article-pieces.ts';
import { strings } from '../../strings.ts';
import { tellDone } from '../../controller/context.ts';
import { Button, IconButton } from '../basics.tsx';
import { ChevronIcon, ErrorIcon, PlusIcon, WarningIcon } from '../icons.tsx';
import { ProblemText } from '../ProblemsPanel.tsx';
import { useApp, useController, useKeyHint } from '../use-app.ts';
import { ArticleSlides, ArticleSource, ArticleStates } from './ArticleSides.tsx';
import { ArticleText, type TextHandle } from './ArticleText.tsx';

function titleOf({ text, file }: OpenArticle): string {
  const title = /^title:\s*(.+)$/m.exec(text.split('\n---')[0] ?? '')?.[1]?.trim();
  return title?.replace(/^(["'])(.*)\1$/, '$2').replaceAll('\\"', '"') ?? file;
}

function ArticleHeader({ open, onPiece }: { readonly open: OpenArticle; readonly onPiece: (name: PieceName) => void }) {
  const { articles } = useController();
  const back = useKeyHint('go-library');
  const chosen = useRef<PieceName | null>(null);
  const saving = open.saving.kind;
  return (
    <header className="header">
      <IconButton label={strings.article.back} keyHint={back} onPress={() => void articles.leave()}>
        <span className="turn-left">
          <ChevronIcon />
        </span>
      </IconButton>
      <h1 className="screen-title" dir="auto">
        {titleOf(open)}
      </h1>
      <span className="muted file-of" title={open.file}>
        {open.file}
      </span>
      <span className="spacer" />
      <span className={`article-saving${saving === 'faulty' || saving === 'failed' || saving === 'conflict' ? ' warn' : ''}`} role="status">
        {strings.article.saving[saving]}
      </span>
      <MenuTrigger
        onOpenChange={(isOpen) => {
          const name = chosen.current;
          chosen.current = null;
          // Only once the menu is closed can the field behind it be changed.
          if (!isOpen && name) setTimeout(() => onPiece(name));
        }}
      >
        <Button>
          <PlusIcon /> {strings.article.insert}
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label={strings.article.insert} onAction={(key) => (chosen.current = key as PieceName)}>
            {PIECE_NAMES.map((name) => (
              <MenuItem key={name} id={name} className="menu-item">
                {strings.article.pieces[name]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </header>
  );
}

/** What stands between the text and its file, with what can be done about it. */
function ArticleBar({ open }: { readonly open: OpenArticle }) {
  const { articles } = useController();
  const { saving } = open;
  if (saving.kind === 'conflict') {
    return (
      <div className="bar warn" role="alert">
        <WarningIcon />
        <span>{strings.article.conflict}</span>
        <span className="spacer" />
        <Button onPress={() => void articles.takeTheirs()}>{strings.article.theirs}</Button>
        <Button look="primary" onPress={() => void articles.keepMine()}>
          {strings.article.mine}
        </Button>
      </div>
    );
  }
  if (saving.kind === 'failed') {
    const [first] = saving.problems;
    return (
      <div className="bar warn" role="alert">
        <WarningIcon />
        <span>
          <strong>{strings.article.failed}</strong> {first ? `${first.message}. ${first.hint}` : ''}
        </span>
        <span className="spacer" />
        <Button onPress={() => void articles.save()}>{strings.article.retry}</Button>
      </div>
    );
  }
  if (saving.kind === 'faulty') {
    return (
      <div className="bar warn" role="alert">
        <WarningIcon />
        <span>{strings.article.faulty}</span>
        <span className="spacer" />
        <Button onPress={() => void articles.save(true)}>{strings.article.saveFaulty}</Button>
      </div>
    );
  }
  return open.rescued ? (
    <div className="bar" role="status">
      <span>{strings.article.rescued}</span>
    </div>
  ) : null;
}

/** The topics of the text, to go to, and below them what is wrong with it. */
function ArticleOutline({ open }: { readonly open: OpenArticle }) {
  const { articles } = useController();
  const topics = useMemo(() => outline(open.text), [open.text]);
  const problems = useMemo(() => byLine(open.problems), [open.problems]);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <nav className="pane article-outline" aria-label={strings.article.topics}>
      <div className="pane-head">
        <h2>{strings.article.topics}</h2>
      </div>
      <div className="fill scroll">
        {topics.length === 0 ? <p className="muted article-none">{strings.article.topicsNone}</p> : null}
        <ol className="article-topics">
          {topics.map(({ heading, line }, index) => (
            <li key={index}>
              <button
                type="button"
                dir="auto"
                {...(index === open.topic ? { 'aria-current': 'location' as const } : {})}
                onClick={() => articles.goTo(line)}
              >
                {heading === '' ? '…' : heading}
              </button>
            </li>
          ))}
        </ol>
        {problems.length === 0 ? null : (
          <>
            <div role="status">
              <h2 className="article-problems-head">{strings.article.problems(errors, problems.length - errors)}</h2>
            </div>
            <ul className="problems">
              {problems.map((problem, index) => (
                <li key={index} className={problem.severity}>
                  {problem.severity === 'error' ? <ErrorIcon /> : <WarningIcon />}
                  <div>
                    <ProblemText problem={problem} />
                    {problem.place?.line === undefined ? null : (
                      <Button look="quiet" className="small" onPress={() => articles.goTo(problem.place?.line ?? 1)}>
                        {strings.article.goToLine(problem.place.line)}
                      </Button>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </nav>
  );
}

const SIDES: readonly (readonly [ArticleSide, string])[] = [
  ['slides', strings.article.slides],
  ['source', strings.article.source],
  ['states', strings.article.states],
];

/** One article's text, with its topics on one side and what it becomes, or came from, on the other. */
export function ArticleScreen() {
  const { articles, context } = useController();
  const open = useApp((state) => state.article);
  const field = useRef<TextHandle>(null);
  if (!open) return null;
  const caret = (): number => field.current?.caret() ?? open.text.length;
  return (
    <>
      <ArticleHeader open={open} onPiece={(name) => field.current?.change(pieceAt(open.text, caret(), name))} />
      <ArticleBar open={open} />
      <main className="article-panes">
        <ArticleOutline open={open} />
        <section className="pane" aria-label={strings.article.text}>
          <ArticleText ref={field} key={open.file} text={open.text} goTo={open.goTo} />
        </section>
        <section className="pane article-side" aria-label={strings.article.side}>
          <Tabs selectedKey={open.side} onSelectionChange={(key) => articles.show(key as ArticleSide)}>
            <TabList className="tab-list" aria-label={strings.article.side}>
              {SIDES.map(([name, words]) => (
                <Tab key={name} id={name} className="tab">
                  {words}
                </Tab>
              ))}
            </TabList>
            <TabPanel id="slides" className="tab-panel article-tab">
              <ArticleSlides open={open} />
            </TabPanel>
            <TabPanel id="source" className="tab-panel article-tab">
              <ArticleSource
                paragraphs={open.paragraphs}
                onReference={(paragraph) => field.current?.change(referenceAt(open.text, caret(), paragraph))}
              />
            </TabPanel>
            <TabPanel id="states" className="tab-panel article-tab">
              <ArticleStates
                open={open}
                onTake={(text) => {
                  field.current?.change({ from: 0, to: open.text.length, words: text.replace(/\r\n?/g, '\n') });
                  tellDone(context, strings.article.takenBack);
                }}
              />
            </TabPanel>
          </Tabs>
        </section>
      </main>
    </>
  );
}
