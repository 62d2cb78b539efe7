import { node, readReport, referenceName } from './parse-report.ts';

/**
 * Finds the exports of an API report that have no docstring, those in namespaces as `Namespace.Name`. Not the namespaces
 * themselves: a report has no comments of `export * as`. An alias in a `declare namespace` needs none beside that of its type.
 *
 * @param code The text of an API report.
 */
export function findUndocumentedExports(code: string): readonly string[] {
  const { declarations, documented, exported, namespaces } = readReport(code);
  const isUndocumented = (local: string): boolean => {
    const declaration = declarations.get(local);
    if (declaration === undefined || documented.has(local)) return false;
    const target = local.includes('.') ? referenceName(node(declaration['typeAnnotation'])) : undefined;
    return target === undefined || isUndocumented(target);
  };
  const found: string[] = [];
  for (const [name, local] of exported) {
    if (isUndocumented(local)) found.push(name);
    for (const [part, target] of namespaces.get(local) ?? []) {
      if (isUndocumented(target)) found.push(`${name}.${part}`);
    }
  }
  return found;
}
