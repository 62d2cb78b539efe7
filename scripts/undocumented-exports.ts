/**
 * Finds the exported declarations of an API report that have no comment before them. A type named after another export needs
 * none: `XProps` of a component `X`, `UseXOptions` and `UseXResult` of a hook `useX`, `XVariables` of `useX`, `XOptions` of a
 * function `x` or `createX`.
 *
 * @param report The text of an API report.
 */
export function findUndocumentedExports(report: string): readonly string[] {
  const lines = report.split('\n');
  const lineOf = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const name = DECLARATION.exec(line)?.[1];
    // Overloads share the comment of the first one.
    if (name !== undefined && !lineOf.has(name)) lineOf.set(name, index);
  }
  const exported = exportsOf(report);
  const names = new Set(exported.map(({ name }) => name));
  return exported
    .filter(({ local, name }) => {
      const index = lineOf.get(local);
      const hasComment = index === undefined || lines[index - 1]?.trimEnd().endsWith('*/');
      return !hasComment && !ownersOf(name).some((owner) => names.has(owner));
    })
    .map(({ name }) => name);
}

/** The exports that a type may be named after, such as `useRun` for `UseRunOptions`. */
function ownersOf(name: string): readonly string[] {
  const owner = /^(\w+)(?:Props|Options|Result|Variables)$/.exec(name)?.[1];
  if (owner === undefined) return [];
  const lower = owner.charAt(0).toLowerCase() + owner.slice(1);
  return [owner, lower, `use${owner}`, `create${owner}`];
}

/** Not `declare namespace`: a report has one for `export * as`, whose docstring is that of its file. */
const DECLARATION = /^(?:declare )?(?:abstract )?(?:type|interface|function|const|class) ([\w$]+)/;

function exportsOf(report: string): readonly { readonly local: string; readonly name: string }[] {
  return Array.from(report.matchAll(/^export \{([^}]*)\}/gm), ([, names = '']) => names)
    .flatMap((names) => names.split(','))
    .map((entry) => entry.replace(/^\s*type\s/, '').trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [local = '', name = local] = entry.split(/\s+as\s+/);
      return { local, name };
    });
}
