import type { Metafile } from 'esbuild';

/**
 * Which output files an app loads at once and which on first use. A file that both reach is loaded at once.
 *
 * @param outputs - esbuild's metafile; files without an entry point are chunks
 */
export function splitStaticFromLazy(outputs: Metafile['outputs']): {
  staticPaths: string[];
  lazyPaths: string[];
} {
  const found = new Set<string>();
  const visit = (path: string): void => {
    const output = outputs[path];
    if (output === undefined || found.has(path)) return;
    found.add(path);
    for (const imported of output.imports) if (imported.kind !== 'dynamic-import') visit(imported.path);
    if (output.cssBundle !== undefined) visit(output.cssBundle);
  };
  const lazyEntries = new Set(
    Object.values(outputs).flatMap((output) =>
      output.imports.flatMap(({ kind, path }) => (kind === 'dynamic-import' ? [path] : [])),
    ),
  );
  for (const [path, output] of Object.entries(outputs)) {
    const isEntry = output.entryPoint !== undefined && !lazyEntries.has(path);
    if (isEntry || path.endsWith('.css')) visit(path);
  }
  return {
    staticPaths: Object.keys(outputs).filter((path) => found.has(path)),
    lazyPaths: Object.keys(outputs).filter((path) => !found.has(path)),
  };
}
