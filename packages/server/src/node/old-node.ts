// Must run on any Node with ES modules: no imports, no newer syntax.

/** Explains what to do when this Node version cannot run the command; undefined when it can. */
export function describeOldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) return undefined;
  return (
    `Node 22.13 or later is needed; this is ${version}.\n` +
    'Install a newer Node, or let npx download one for this command:\n' +
    '  npx --package node@24 --package @threadkit/server threadkit serve'
  );
}
