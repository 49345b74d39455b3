import { QuoteType, Tokenizer } from 'htmlparser2';
import { originsIn, withoutMarks } from '../base/origin.ts';
import type { Place } from '../base/errors.ts';
import type { Markup } from '../template/types.ts';
import { checkAttributes, originsByAttribute, placeOf, ruleOf, type Tag } from './admit.ts';
import type { Element, Fault } from './element.ts';
import { shown } from './rule.ts';
import { allowedIn, RULES, VOID_ELEMENTS } from './rules.ts';

interface Open {
  readonly name: string;
  /** Null: refused, and everything in it with it. */
  readonly element: (Element & { readonly children: (Element | string)[] }) | null;
}

/** Deeper than any slide; guards the functions below, which recurse. */
const MAX_DEPTH = 24;

/**
 * Reads markup into a tree of admitted elements. Unlike an HTML parser it repairs nothing: what is not closed, not known
 * or not in its place is a fault, and so is text where none may stand. All faults come back at once.
 */
export function readTree(markup: Markup): { sections: Element[]; faults: Fault[] } {
  const { text } = markup;
  const faults: Fault[] = [];
  const root = {
    key: 'document',
    rule: RULES.document,
    attributes: {},
    attributeOrigins: {},
    children: [] as (Element | string)[],
    at: { file: markup.file },
    slide: 0,
  } as const;
  const stack: Open[] = [{ name: '', element: root }];
  let tag: Tag = { name: '', attributes: [] };
  let value = '';
  let slides = 0;
  let last: Place = root.at;

  const top = (): Open => stack.at(-1) ?? { name: '', element: root };
  const addText = (words: string): void => {
    const parent = top().element;
    if (parent === null || words === '') return;
    const before = parent.children.at(-1);
    if (typeof before === 'string') parent.children[parent.children.length - 1] = before + words;
    else parent.children.push(words);
  };
  const openTag = (): void => {
    const parent = top().element;
    const isVoid = VOID_ELEMENTS.has(tag.name);
    const push = (open: Open): void => {
      if (!isVoid) stack.push(open);
    };
    if (parent === null) {
      push({ name: tag.name, element: null });
      return;
    }
    const at = placeOf(tag, parent.at);
    last = at;
    const opens = parent === root && (tag.name === 'section' || tag.name === 'arrange');
    if (opens) slides += 1;
    const where = { at, slide: parent === root ? (opens ? slides : 0) : parent.slide };
    if (stack.length > MAX_DEPTH) {
      faults.push({
        ...where,
        code: 'deck/nesting',
        message: 'elements stand too deep in each other',
        received: `<${tag.name}>`,
        allowed: `${MAX_DEPTH} levels`,
        hint: 'Close elements, or nest less.',
      });
      push({ name: tag.name, element: null });
      return;
    }
    const found = ruleOf(tag, parent.rule, where);
    if ('fault' in found) {
      faults.push(found.fault);
      push({ name: tag.name, element: null });
      return;
    }
    const rule = RULES[found.key];
    const { values, faults: wrong } = checkAttributes(tag, rule, where);
    faults.push(...wrong);
    const element = { key: found.key, rule, attributes: values, attributeOrigins: originsByAttribute(tag), children: [], ...where };
    parent.children.push(element);
    push({ name: tag.name, element });
  };
  const closeTag = (name: string): void => {
    const index = stack.findLastIndex((open, i) => i > 0 && open.name === name);
    const slide = top().element?.slide ?? slides;
    if (index === -1) {
      if (top().element === null || VOID_ELEMENTS.has(name)) return;
      faults.push({
        code: 'deck/nesting',
        at: last,
        slide,
        message: `</${name}> closes what was not open`,
        received: `</${name}>`,
        hint: 'Remove it, or open the element first.',
      });
      return;
    }
    while (stack.length > index) {
      const open = stack.pop();
      if (open && open.element !== null && stack.length > index) reportUnclosed(open.name, open.element, `</${name}>`);
    }
  };
  const reportUnclosed = (name: string, element: Element, before: string): void => {
    faults.push({
      code: 'deck/nesting',
      at: element.at,
      slide: element.slide,
      message: `<${name}> is not closed`,
      received: before,
      allowed: `</${name}>`,
      hint: `Write </${name}> where it ends.`,
    });
  };
  const refuse = (what: string): void => {
    faults.push({
      code: 'deck/element',
      at: last,
      slide: top().element?.slide ?? slides,
      message: `${what} may not stand in slide markup`,
      hint: 'Remove it.',
    });
  };

  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname: (start, end) => {
        tag = { name: text.slice(start, end).toLowerCase(), attributes: [] };
      },
      onattribname: (start, end) => {
        tag.attributes.push({ name: text.slice(start, end).toLowerCase(), value: '', origins: [], quote: QuoteType.NoValue });
        value = '';
      },
      onattribdata: (start, end) => {
        value += text.slice(start, end);
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint);
      },
      onattribend: (quote) => {
        const attribute = tag.attributes.at(-1);
        if (attribute) Object.assign(attribute, { value: withoutMarks(value), origins: originsIn(value), quote });
      },
      onopentagend: openTag,
      // `<p/>` is `<p>` in HTML: its missing end is found like any other.
      onselfclosingtag: openTag,
      onclosetag: (start, end) => closeTag(text.slice(start, end).toLowerCase()),
      ontext: (start, end) => addText(text.slice(start, end)),
      ontextentity: (codepoint) => addText(String.fromCodePoint(codepoint)),
      oncomment: () => undefined,
      oncdata: () => refuse('a CDATA section'),
      ondeclaration: () => refuse('a declaration'),
      onprocessinginstruction: () => refuse('a processing instruction'),
      onend: () => undefined,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  for (const open of stack.slice(1)) if (open.element) reportUnclosed(open.name, open.element, 'the end');

  return { sections: root.children.filter((child) => typeof child !== 'string'), faults: [...faults, ...strayText(root)] };
}

/** Words where only elements may stand. */
function strayText(element: Element): Fault[] {
  return element.children.flatMap((child): Fault[] => {
    if (typeof child !== 'string') return strayText(child);
    const words = withoutMarks(child).trim();
    if (element.rule.text || words === '') return [];
    const where = element.rule.name === '' ? 'outside of all slides' : `directly in ${shown(element.rule)}`;
    return [
      {
        code: 'deck/nesting',
        at: element.at,
        slide: element.slide,
        message: `text may not stand ${where}`,
        received: words.slice(0, 80),
        allowed: allowedIn(element.rule),
        hint: 'Put it into an element that may hold text, as <p>.',
      },
    ];
  });
}
