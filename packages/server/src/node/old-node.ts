// Runs on any Node that knows ES modules: it has no imports and no syntax newer than those.

/** What to do when this version of Node cannot run the command; undefined when it can. */
export function describeOldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) return undefined;
  return (
    `Node 22.13 or later is needed; this is ${version}.\n` +
    'Install a newer Node, or let npx bring one for this command:\n' +
    '  npx --package node@24 --package @threadkit/server threadkit serve'
  );
}
