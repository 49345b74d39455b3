import ts from 'typescript';

const COLLECTIONS = /^(?:Map|Set|WeakMap|WeakSet)$/;
const CHANGES = /^(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|getOrInsert|getOrInsertComputed)$/;

/** A regular expression with a position of its own, written as a literal or by its constructor with flags that can be read. */
function isGlobalPattern(node: ts.Node): boolean {
  if (ts.isRegularExpressionLiteral(node)) return /[gy][a-z]*$/.test(node.text.slice(node.text.lastIndexOf('/')));
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'RegExp') return false;
  const flags = node.arguments?.[1];
  return flags !== undefined && (!ts.isStringLiteralLike(flags) || /[gy]/.test(flags.text));
}

/** Such a pattern in a value that a module makes as it loads; one that a function makes is the function's. */
function holdsGlobalPattern(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isCallExpression(node) && node.expression.getText() === 'ready') return false;
  return isGlobalPattern(node) || ts.forEachChild(node, (child) => holdsGlobalPattern(child) || undefined) === true;
}

function functionAround(node: ts.Node): ts.Node | null {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) if (ts.isFunctionLike(at)) return at;
  return null;
}

/** Whether a use of a name writes to what the name stands for: `x.set(…)`, `x.y = …`, `x[i] += …`, `x.n++`, `delete x.y`. */
function isWrite(use: ts.Identifier): boolean {
  const member = use.parent;
  if (!(ts.isPropertyAccessExpression(member) || ts.isElementAccessExpression(member)) || member.expression !== use) return false;
  const outer = member.parent;
  if (ts.isCallExpression(outer) && outer.expression === member)
    return ts.isPropertyAccessExpression(member) && CHANGES.test(member.name.text);
  if (ts.isDeleteExpression(outer) || ts.isPostfixUnaryExpression(outer)) return true;
  if (ts.isPrefixUnaryExpression(outer))
    return outer.operator === ts.SyntaxKind.PlusPlusToken || outer.operator === ts.SyntaxKind.MinusMinusToken;
  if (!ts.isBinaryExpression(outer) || outer.left !== member) return false;
  const sign = outer.operatorToken.kind;
  return sign >= ts.SyntaxKind.FirstAssignment && sign <= ts.SyntaxKind.LastAssignment;
}

/**
 * What of a module keeps state from one call to the next, each as `file:line what`: names that are given other values, collections that
 * are written to after the module has loaded, collections that others may write to, and patterns whose position somebody may leave behind.
 */
export function moduleState(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const say = (node: ts.Node, what: string): void => {
    found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
  };
  const names = new Set<string>();
  const patterns = new Set<string>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const exported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    const constant = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
    for (const declaration of statement.declarationList.declarations) {
      const name = declaration.name.getText();
      const { initializer, type } = declaration;
      if (!constant) say(declaration, `${name} can be given another value`);
      names.add(name);
      if (initializer === undefined) continue;
      if (exported && holdsGlobalPattern(initializer)) say(declaration, `${name} is a global pattern that others may use`);
      if (isGlobalPattern(initializer)) patterns.add(name);
      if (!ts.isNewExpression(initializer) || !COLLECTIONS.test(initializer.expression.getText())) continue;
      if (initializer.expression.getText().startsWith('Weak')) say(declaration, `${name} can only be filled later`);
      if (exported && type?.getText().startsWith('Readonly') !== true) say(declaration, `${name} may be written to by others`);
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const around = functionAround(node);
      if (around !== null && names.has(node.text) && !isShadowed(node, around)) {
        const reset = patterns.has(node.text) && around.getText().includes(`${node.text}.lastIndex = `);
        if (isWrite(node) && !reset) say(node, `${node.text} is written to after loading`);
        const call = ts.isPropertyAccessExpression(node.parent) && /^(?:exec|test)$/.test(node.parent.name.text);
        if (call && patterns.has(node.text) && !reset) say(node, `${node.text} leaves its position behind`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether a function around a use has something of its own by that name. */
function isShadowed(use: ts.Identifier, around: ts.Node): boolean {
  const declares = (node: ts.Node): boolean =>
    ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
      ts.isIdentifier(node.name) &&
      node.name.text === use.text) ||
    ts.forEachChild(node, (child) => declares(child) || undefined) === true;
  for (let at: ts.Node | null = around; at !== null; at = functionAround(at)) if (declares(at)) return true;
  return false;
}
