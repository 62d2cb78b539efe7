import { parseSync } from 'vite';

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/** Names that an importer can use, with the names of their declarations in the report. */
type Scope = ReadonlyMap<string, string>;

/** An API report: one file of declarations, with an `export { … }` at its end. */
interface Report {
  readonly code: string;
  readonly declarations: ReadonlyMap<string, Node>;
  /** Namespaces by the name of their declaration: `export * as X` of an entry, or `declare namespace X`. */
  readonly namespaces: ReadonlyMap<string, Scope>;
  readonly exported: Scope;
}

/**
 * Finds components without an exported type of their props: `XProps` beside `X`, in the same namespace, as the type of
 * the first parameter. Components without parameters need none.
 *
 * @param code The text of an API report.
 */
export function findUnnamedProps(code: string): string[] {
  const report = readReport(code);
  const found: string[] = [];
  for (const [name, local] of report.exported) {
    checkComponent(report, report.exported, name, local, name, found);
    const namespace = report.namespaces.get(local);
    const parts = new Map([...(namespace ?? []), ...attachedParts(report, local)]);
    for (const [part, target] of parts) {
      checkComponent(report, namespace ?? new Map(), part, target, `${name}.${part}`, found);
    }
  }
  return found;
}

function checkComponent(
  report: Report,
  scope: Scope,
  name: string,
  local: string,
  path: string,
  found: string[],
): void {
  const type = /^[A-Z]/.test(name) ? propsOf(report, local) : undefined;
  if (type === undefined) return;
  const props = scope.get(`${name}Props`);
  if (props === undefined) found.push(`${path}: ${name}Props is not exported`);
  else if (!isSameType(report, type, props)) found.push(`${path}: ${name}Props is not the type of its props`);
}

/** The type of a component's first parameter, following `typeof`; undefined for other values and without parameters. */
function propsOf(report: Report, local: string): Node | undefined {
  const declaration = report.declarations.get(local);
  if (declaration?.type === 'TSDeclareFunction') {
    const [first] = nodes(declaration['params']);
    return annotation(first);
  }
  if (declaration?.type !== 'VariableDeclarator') return undefined;
  const of = typeQueries(annotation(node(declaration['id'])))[0];
  return of === undefined ? undefined : propsOf(report, of);
}

/** Whether `type` is the declaration `local`, or an alias of the same text. */
function isSameType(report: Report, type: Node, local: string): boolean {
  if (referenceName(type) === local) return true;
  const alias = node(report.declarations.get(local)?.['typeAnnotation']);
  return alias !== undefined && textOf(report, alias) === textOf(report, type);
}

/** Parts attached to a component as properties: the `typeof` members of the interfaces in its type. */
function attachedParts(report: Report, local: string): Scope {
  const declaration = report.declarations.get(local);
  const parts = new Map<string, string>();
  if (declaration?.type !== 'VariableDeclarator') return parts;
  walk(annotation(node(declaration['id'])), (found) => {
    const name = referenceName(found);
    const members = node(report.declarations.get(name ?? '')?.['body']);
    for (const member of nodes(members?.['body'])) {
      const [target] = typeQueries(annotation(member));
      const key = nameOf(node(member['key']));
      if (target !== undefined && key !== undefined) parts.set(key, target);
    }
  });
  return parts;
}

/**
 * Finds types that appear in the signatures of public declarations and that no entry of the package exports. Base types
 * after `extends` do not count: their members are those of the exported type.
 *
 * @param codes The texts of the API reports of all entries of one package.
 */
export function findUnnamedTypes(codes: readonly string[]): string[] {
  const reports = codes.map(readReport);
  const named = new Set<string>();
  for (const { declarations, exported, namespaces } of reports) {
    for (const scope of [exported, ...namespaces.values()]) {
      for (const local of scope.values()) {
        named.add(plainName(local));
        const alias = referenceName(node(declarations.get(local)?.['typeAnnotation']));
        if (alias !== undefined) named.add(plainName(alias));
      }
    }
  }
  const found = new Set<string>();
  for (const report of reports) {
    for (const name of signatureTypes(report)) if (!named.has(plainName(name))) found.add(plainName(name));
  }
  return [...found].toSorted();
}

/** The types declared in a report that a signature or a member refers to. */
function signatureTypes(report: Report): Set<string> {
  const used = new Set<string>();
  for (const declaration of report.declarations.values()) {
    const bases = new Set([...nodes(declaration['extends']), ...nodes(declaration['implements'])]);
    walk(
      declaration,
      (found) => {
        const name = referenceName(found);
        if (name !== undefined && isType(report.declarations.get(name))) used.add(name);
      },
      (inner) => bases.has(inner),
    );
  }
  return used;
}

const isType = (declaration: Node | undefined): boolean =>
  declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration';

/** A roll-up numbers names that several of its files declare. */
const plainName = (name: string): string => name.replace(/\$\d+$/, '');

function readReport(code: string): Report {
  const { program, errors } = parseSync('report.d.ts', code);
  const first = errors[0];
  if (first !== undefined) throw new Error(`Not a file of declarations: ${first.message}`);
  const declarations = new Map<string, Node>();
  const namespaces = new Map<string, Scope>();
  const exported = new Map<string, string>();
  for (const statement of nodes(program.body)) {
    if (statement.type === 'ExportNamedDeclaration') addSpecifiers(statement, exported);
    if (statement.type === 'TSModuleDeclaration') {
      const scope = readNamespace(statement, declarations);
      namespaces.set(nameOf(node(statement['id'])) ?? '', scope);
    } else {
      for (const [name, declaration] of declared(statement)) declarations.set(name, declaration);
    }
  }
  return { code, declarations, namespaces, exported };
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

function walk(
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

function typeQueries(type: Node | undefined): string[] {
  const names: string[] = [];
  walk(type, (found) => {
    const name = found.type === 'TSTypeQuery' ? nameOf(node(found['exprName'])) : undefined;
    if (name !== undefined) names.push(name);
  });
  return names;
}

const referenceName = (type: Node | undefined): string | undefined =>
  type?.type === 'TSTypeReference' ? nameOf(node(type['typeName'])) : undefined;

const annotation = (of: Node | undefined): Node | undefined =>
  node(node(of?.['typeAnnotation'])?.['typeAnnotation']);

const nameOf = (identifier: Node | undefined): string | undefined =>
  typeof identifier?.['name'] === 'string' ? identifier['name'] : undefined;

const textOf = ({ code }: Report, { start, end }: Node): string => code.slice(Number(start), Number(end));

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const node = (value: unknown): Node | undefined => (isNode(value) ? value : undefined);

const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
