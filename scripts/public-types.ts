import {
  annotation,
  type Node,
  nameOf,
  node,
  nodes,
  type Report,
  readReport,
  referenceName,
  type Scope,
  textOf,
  typeQueries,
  walk,
} from './parse-report.ts';

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
