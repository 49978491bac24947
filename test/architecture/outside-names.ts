// Finds every access to an object by a name that is not known when the program is written: `record[name]`, `name in record`
// and their like, which also find what all objects inherit. It asks the compiler for the type of each name.
import { posix } from 'node:path';
import {
  isAsExpression,
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isComputedPropertyName,
  isElementAccessExpression,
  isNonNullExpression,
  isNumericLiteral,
  isParenthesizedExpression,
  isStringLiteral,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { API, type Checker, type Project, type Type, TypeFlags } from 'typescript/unstable/sync';

export interface Access {
  /** From the root of the project. */
  readonly path: string;
  /** The access as it is written, on one line. */
  readonly code: string;
}

const CONFIG = 'tsconfig.outside-names.json';

/**
 * @param root absolute path of the project
 * @param planted files beside the project's own, by their path from the root
 * @returns in the order of files; an access by a literal, a number or a word of a closed list is none
 */
export function openAccesses(root: string, planted: Readonly<Record<string, string>>): readonly Access[] {
  const files = new Map(Object.entries(planted).map(([path, text]) => [posix.join(root, path), text]));
  const config = {
    extends: './tsconfig.json',
    include: ['src', 'adapters', 'cards'],
    files: Object.keys(planted),
  };
  files.set(posix.join(root, CONFIG), JSON.stringify(config));
  const api = new API({
    cwd: root,
    fs: {
      readFile: (path) => files.get(path),
      fileExists: (path) => (files.has(path) ? true : undefined),
    },
  });
  try {
    const [project] = api.updateSnapshot({ openProjects: [posix.join(root, CONFIG)] }).getProjects();
    if (!project) throw new Error(`The compiler opened no project for ${CONFIG}.`);
    return project.rootFiles.flatMap((file) => accessesIn(project, file, root));
  } finally {
    api.close();
  }
}

function accessesIn({ program, checker }: Project, file: string, root: string): readonly Access[] {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`The compiler did not read ${file}.`);
  const found = namedAccesses(source);
  const types = checker.getTypeAtLocation(found.map(({ name }) => name));
  return found
    .filter((_, index) => isOpen(types[index], checker))
    .map(({ access }) => ({
      path: posix.relative(root, file),
      code: access.getText(source).replace(/\s+/g, ' '),
    }));
}

interface Named {
  readonly access: Node;
  /** What the name is before a cast says that it is more. */
  readonly name: Node;
}

function namedAccesses(source: SourceFile): readonly Named[] {
  const found: Named[] = [];
  const visit = (node: Node): void => {
    const name = nameOf(node, source);
    if (name && !isStringLiteral(name) && !isNumericLiteral(name))
      found.push({ access: node, name: withoutCast(name) });
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function nameOf(node: Node, source: SourceFile): Node | undefined {
  if (isElementAccessExpression(node)) return node.argumentExpression;
  if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword) return node.left;
  if (isBindingElement(node) && node.propertyName && isComputedPropertyName(node.propertyName))
    return node.propertyName.expression;
  if (isCallExpression(node) && /^Reflect\.(?:get|has|set)$/.test(node.expression.getText(source)))
    return node.arguments[1];
  return undefined;
}

function withoutCast(name: Node): Node {
  const wrapped = isAsExpression(name) || isNonNullExpression(name) || isParenthesizedExpression(name);
  return wrapped ? withoutCast(name.expression) : name;
}

/** Whether it may be any text at all. */
function isOpen(type: Type | undefined, checker: Checker): boolean {
  if (!type) throw new Error('The compiler has no type for a name.');
  if (type.isUnionType() || type.isIntersectionType())
    return type.getTypes().some((part) => isOpen(part, checker));
  if (type.isTypeParameter() || type.isIndexedAccessType() || type.isConditionalType()) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint === undefined || constraint.id === type.id || isOpen(constraint, checker);
  }
  const open =
    TypeFlags.String |
    TypeFlags.TemplateLiteral |
    TypeFlags.StringMapping |
    TypeFlags.Any |
    TypeFlags.Unknown;
  return (type.flags & open) !== 0;
}
