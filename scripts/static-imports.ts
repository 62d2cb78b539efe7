import type { Metafile } from 'esbuild';

/**
 * Splits output files into those that an app loads statically and those it loads on first use. A file reachable in
 * both ways is static. esbuild also writes chunks that only removed code imports; these are in neither list.
 *
 * @param outputs - From esbuild's metafile.
 * @param entry - The app's entry point, as named in the metafile.
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
  const roots = paths.filter((path) => outputs[path]?.entryPoint === entry || path.endsWith('.css'));
  const eager = reach(roots, false);
  const reachable = reach(roots, true);
  return {
    staticPaths: paths.filter((path) => eager.has(path)),
    lazyPaths: paths.filter((path) => reachable.has(path) && !eager.has(path)),
  };
}
