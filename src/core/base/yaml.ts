import { isMap, isNode, isPair, isScalar, LineCounter, visit, type Document } from 'yaml';
import { z } from 'zod';
import { problem, type Code, type Outcome, type Place, type Problem } from './errors.ts';
import { nearest } from './nearest.ts';
import { parseYaml, TooDeep } from './yaml-document.ts';

/** A YAML text read by a schema, with a way to find the place of any of its fields. */
export interface YamlValue<T> {
  readonly value: T;
  /** File, line and column of the field at `path`, or of the nearest field above it. */
  readonly at: (path: readonly PropertyKey[]) => Place;
}

export interface YamlCodes {
  /** For what is no YAML. */
  readonly syntax: Code;
  /** For a field that is not as the schema says. */
  readonly field: Code;
  /** A warning, for words behind a value that YAML takes for a comment though they look like its end: `title: Plan #3`. */
  readonly cut?: Code;
}

export interface YamlSource {
  readonly file: string;
  /** Lines of the file before the text's first: front matter begins in line 2. */
  readonly lineOffset?: number;
  readonly codes: YamlCodes;
  /** The guide a hint may name. */
  readonly guide: string;
}

/** `layouts.points.regions[2]` */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`)).join('');
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1));
  return pair && isNode(pair.key) ? pair.key.range?.[0] : undefined;
}

function placeFinder(document: Document, place: (offset: number) => Place, first: Place): YamlValue<unknown>['at'] {
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const part = path.slice(0, length);
      const node: unknown = document.getIn(part, true);
      const offset = keyOffset(document, part) ?? (isNode(node) ? node.range?.[0] : undefined);
      if (offset !== undefined) {
        return { ...place(offset), field: fieldName(path) };
      }
    }
    return path.length > 0 ? { ...first, field: fieldName(path) } : first;
  };
}

type Issue = z.core.$ZodIssue;

/** Keys that an object at this place of the schema may have, as the issue itself does not tell them. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return keysAt(schema.unwrap(), path);
  const [key, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Readonly<Record<PropertyKey, unknown>>;
    return key === undefined ? Object.keys(shape) : keysAt(shape[key], rest);
  }
  if (schema instanceof z.ZodRecord) return key === undefined ? [] : keysAt(schema.valueType, rest);
  if (schema instanceof z.ZodArray) return key === undefined ? [] : keysAt(schema.element, rest);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option, path));
  return [];
}

interface Reading {
  readonly at: YamlValue<unknown>['at'];
  readonly shown: (path: readonly PropertyKey[]) => string;
  readonly code: Code;
  readonly schema: unknown;
  readonly guide: string;
}

function issueProblems(issue: Issue, { at, shown, code, schema, guide }: Reading): Problem[] {
  const place = at(issue.path);
  const received = shown(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = keysAt(schema, issue.path);
      return issue.keys.map((key) => {
        const near = nearest(key, allowed);
        return problem(code, {
          message: 'this key is not known here',
          place: at([...issue.path, key]),
          received: key,
          ...(allowed.length > 0 ? { allowed: allowed.join(', ') } : {}),
          hint: near === null ? 'Remove it, or check its spelling and its indentation.' : `Did you mean “${near}”?`,
        });
      });
    }
    case 'invalid_value':
      return [
        problem(code, {
          message: 'this value is not one of those allowed',
          place,
          received,
          allowed: issue.values.map(String).join(', '),
          hint: 'Write one of the allowed values.',
        }),
      ];
    case 'invalid_union': {
      // The words among the forms; what the others look like, the guide shows.
      const words = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
      return [
        problem(code, {
          message: issue.message === 'Invalid input' ? 'this value has none of the allowed forms' : issue.message,
          place,
          received,
          ...(words.length > 0 ? { allowed: words.join(', ') } : {}),
          hint: `Write it in one of the forms that ${guide} shows.`,
        }),
      ];
    }
    case 'invalid_type': {
      const missing = received === 'nothing';
      return [
        problem(code, {
          message: missing ? 'this field is missing' : 'this field has the wrong type',
          place,
          received,
          allowed: issue.expected,
          hint: missing ? 'Add it.' : 'Write a value of that type.',
        }),
      ];
    }
    default:
      return [problem(code, { message: issue.message, place, received, hint: 'Write a value as the message says.' })];
  }
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The commonest fault is a value with `: ` in it; then the whole line as it should be. */
function syntaxHint(line: string): string {
  const [, start = '', value = ''] = /^([\s-]*[^\s:#"'][^:]*:\s+)([^"'|>[{&*!%@`\s].*?)\s*$/.exec(line) ?? [];
  if (!/:(?:\s|$)/.test(value)) return 'Correct the YAML at this place.';
  return `Put the value into quotation marks: ${start.trim()} ${quoted(value)}`;
}

function quoted(value: string): string {
  return value.includes('"') || value.includes('\\') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** Words behind a value without quotation marks that begin with “#” and no space: `Plan #3`. A comment is written `# so`. */
function cutValues(document: Document, code: Code, place: (offset: number) => Place): Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Scalar: (_, node) => {
      const { comment, range, source, type } = node;
      if (type !== 'PLAIN' || comment == null || !/^[^\s#]/.test(comment)) return;
      const whole = `${source ?? ''} #${comment}`.trim();
      found.push(
        problem(code, {
          message: 'what stands behind “#” is a comment, and no part of the value',
          place: place(range?.[0] ?? 0),
          received: `#${comment}`,
          hint: `If it belongs to the value, put that into quotation marks: ${quoted(whole)}; else write a space behind “#”.`,
        }),
      );
    },
  });
  return found;
}

/** Of more faults in one text most follow from the first: a file of 67 kB had 11,751. */
const MOST_ERRORS = 100;

/** Reads YAML by a zod schema. All faults come back at once, each with line and column. */
export function readYaml<T>(text: string, schema: z.ZodType<T>, { file, lineOffset = 0, codes, guide }: YamlSource): Outcome<YamlValue<T>> {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + lineOffset, column: col };
  };
  let document: Document;
  try {
    document = parseYaml(text, { lineCounter: lines });
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    const hint = 'Write it flatter: no file of Lectern’s needs so many.';
    return { value: null, problems: [problem(codes.syntax, { message: error.message, place: place(error.offset), hint })] };
  }
  if (document.errors.length > 0) {
    const rows = text.split(/\r?\n/);
    const problems = document.errors.slice(0, MOST_ERRORS).map((error) =>
      problem(codes.syntax, {
        message: error.message,
        place: place(error.pos[0]),
        hint: syntaxHint(rows[lines.linePos(error.pos[0]).line - 1] ?? ''),
      }),
    );
    const next = document.errors[MOST_ERRORS];
    if (next) {
      const message = `${document.errors.length - MOST_ERRORS} further faults of YAML begin here`;
      problems.push(problem(codes.syntax, { message, place: place(next.pos[0]), hint: 'Mend those before: most follow from them.' }));
    }
    return { value: null, problems };
  }
  const first: Place = { file, line: 1 + lineOffset, column: 1 };
  const at = placeFinder(document, place, first);
  let raw: unknown;
  try {
    raw = document.toJS();
  } catch (error) {
    // Too many aliases: the library's guard against texts that grow without end.
    const message = error instanceof Error ? error.message : 'the text cannot be read';
    return { value: null, problems: [problem(codes.syntax, { message, place: first, hint: 'Write the values out in place of aliases.' })] };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: { value: parsed.data, at }, problems: codes.cut ? cutValues(document, codes.cut, place) : [] };
  const shown = (path: readonly PropertyKey[]): string => {
    const node: unknown = path.length > 0 ? document.getIn(path, true) : document.contents;
    return show(isNode(node) ? node.toJS(document) : undefined);
  };
  const reading: Reading = { at, shown, code: codes.field, schema, guide };
  return { value: null, problems: parsed.error.issues.flatMap((issue) => issueProblems(issue, reading)) };
}
