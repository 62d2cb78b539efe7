import { parseSync } from 'vite';

export type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/** Names that an importer can use, with the names of their declarations in the report. */
export type Scope = ReadonlyMap<string, string>;

/** An API report: one file of declarations, with an `export { … }` at its end. */
export interface Report {
  readonly code: string;
  readonly declarations: ReadonlyMap<string, Node>;
  /** Names of the declarations with a docstring; one of its overloads is enough. Not of those in namespaces. */
  readonly documented: ReadonlySet<string>;
  /** Namespaces by the name of their declaration: `export * as X` of an entry, or `declare namespace X`. */
  readonly namespaces: ReadonlyMap<string, Scope>;
  readonly exported: Scope;
}

/** @param code The text of an API report. */
export function readReport(code: string): Report {
  const { comments, errors, program } = parseSync('report.d.ts', code);
  const first = errors[0];
  if (first !== undefined) throw new Error(`Not a file of declarations: ${first.message}`);
  const docstrings = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'));
  const hasDocstring = ({ start }: Node): boolean =>
    docstrings.some(({ end }) => end <= Number(start) && code.slice(end, Number(start)).trim() === '');
  const declarations = new Map<string, Node>();
  const documented = new Set<string>();
  const namespaces = new Map<string, Scope>();
  const exported = new Map<string, string>();
  for (const statement of nodes(program.body)) {
    if (statement.type === 'ExportNamedDeclaration') addSpecifiers(statement, exported);
    if (statement.type === 'TSModuleDeclaration') {
      const scope = readNamespace(statement, declarations);
      namespaces.set(nameOf(node(statement['id'])) ?? '', scope);
    } else {
      for (const [name, declaration] of declared(statement)) {
        declarations.set(name, declaration);
        if (hasDocstring(statement)) documented.add(name);
      }
    }
  }
  return { code, declarations, documented, namespaces, exported };
}

/** Types declared inside of a namespace are added to the declarations as `Namespace.Name`. */
function readNamespace(statement: Node, declarations: Map<string, Node>): Scope {
  const scope = new Map<string, string>();
  const name = nameOf(node(statement['id']));
  for (const inside of nodes(node(statement['body'])?.['body'])) {
    addSpecifiers(inside, scope);
    for (const [own, declaration] of declared(node(inside['declaration']) ?? inside)) {
      scope.set(own, `${name}.${own}`);
      declarations.set(`${name}.${own}`, declaration);
    }
  }
  return scope;
}

function addSpecifiers(statement: Node, scope: Map<string, string>): void {
  for (const specifier of nodes(statement['specifiers'])) {
    const local = nameOf(node(specifier['local']));
    const name = nameOf(node(specifier['exported']));
    if (local !== undefined && name !== undefined) scope.set(name, local);
  }
}

function declared(statement: Node): [string, Node][] {
  const all = statement.type === 'VariableDeclaration' ? nodes(statement['declarations']) : [statement];
  return all.flatMap((declaration) => {
    const name = nameOf(node(declaration['id']));
    return name === undefined ? [] : [[name, declaration]];
  });
}

export function walk(
  value: unknown,
  visit: (node: Node) => void,
  isSkipped: (node: Node) => boolean = () => false,
): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit, isSkipped);
  const found = node(value);
  if (found === undefined || isSkipped(found)) return;
  visit(found);
  for (const inner of Object.values(found)) walk(inner, visit, isSkipped);
}

export function typeQueries(type: Node | undefined): string[] {
  const names: string[] = [];
  walk(type, (found) => {
    const name = found.type === 'TSTypeQuery' ? nameOf(node(found['exprName'])) : undefined;
    if (name !== undefined) names.push(name);
  });
  return names;
}

export const referenceName = (type: Node | undefined): string | undefined =>
  type?.type === 'TSTypeReference' ? nameOf(node(type['typeName'])) : undefined;

export const annotation = (of: Node | undefined): Node | undefined =>
  node(node(of?.['typeAnnotation'])?.['typeAnnotation']);

export const nameOf = (identifier: Node | undefined): string | undefined =>
  typeof identifier?.['name'] === 'string' ? identifier['name'] : undefined;

export const textOf = ({ code }: Report, { start, end }: Node): string =>
  code.slice(Number(start), Number(end));

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

export const node = (value: unknown): Node | undefined => (isNode(value) ? value : undefined);

export const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
