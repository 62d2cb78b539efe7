import type { Metafile } from 'esbuild';

/**
 * Which output files an app loads at once and which on first use. A file that both reach is loaded at once. esbuild
 * also writes what is only imported on first use by code that it dropped: nothing loads that, and it is in neither.
 *
 * @param outputs - esbuild's metafile; files without an entry point are chunks
 * @param entry - the entry point that the app begins with, as the metafile names it
 */
export function splitStaticFromLazy(
  outputs: Metafile['outputs'],
  entry: string,
): {
  staticPaths: string[];
  lazyPaths: string[];
} {
  const reach = (from: readonly string[], alsoLazy: boolean): ReadonlySet<string> => {
    const found = new Set<string>();
    const visit = (path: string): void => {
      const output = outputs[path];
      if (output === undefined || found.has(path)) return;
      found.add(path);
      for (const { kind, path: imported } of output.imports) {
        if (alsoLazy || kind !== 'dynamic-import') visit(imported);
      }
      if (output.cssBundle !== undefined) visit(output.cssBundle);
    };
    from.forEach(visit);
    return found;
  };
  const paths = Object.keys(outputs);
  const begins = paths.filter((path) => outputs[path]?.entryPoint === entry || path.endsWith('.css'));
  const atOnce = reach(begins, false);
  const ever = reach(begins, true);
  return {
    staticPaths: paths.filter((path) => atOnce.has(path)),
    lazyPaths: paths.filter((path) => ever.has(path) && !atOnce.has(path)),
  };
}
