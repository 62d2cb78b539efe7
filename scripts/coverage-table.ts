import { posix } from 'node:path';
import type { Operation } from '@threadkit/core/api';

/** A test of the black-box suite with the operations it declares; the suite checks the declaration at run time. */
export interface CoveringTest {
  readonly title: string;
  /** Relative to the repository. */
  readonly file: string;
  /** Names of operations; `… stream` for the stream of an operation. */
  readonly uses: readonly string[];
}

export interface Coverage {
  readonly operations: readonly Operation[];
  readonly extensions: readonly Operation[];
  readonly tests: readonly CoveringTest[];
}

/** Names of operations and streams without a test. */
export function uncovered({ operations, extensions, tests }: Coverage): string[] {
  const used = new Set(tests.flatMap(({ uses }) => uses));
  return [...[...operations, ...extensions].map(({ name }) => name), ...streamsOf(operations)].filter(
    (name) => !used.has(name),
  );
}

const streamsOf = (operations: readonly Operation[]): string[] =>
  operations.filter(({ stream }) => stream).map(({ name }) => `${name} stream`);

/** The content of docs/coverage.md. */
export function coveragePage(coverage: Coverage): string {
  const { operations, extensions, tests } = coverage;
  const missing = new Set(uncovered(coverage));
  const streams = streamsOf(operations);
  const done = (names: readonly string[]) => names.filter((name) => !missing.has(name)).length;
  const names = operations.map(({ name }) => name);
  return `<!-- Written by scripts/coverage.ts from packages/core/src/api/operations.ts and the tests: \`pnpm coverage --update\`. -->

# Tests of the contract

**${done(names)} of ${names.length} operations, ${done(streams)} of ${streams.length} streams.**

Each test below sends requests to a server over HTTP with the official \`openai\` client, once with 6.x and once with 7.x. It fails when an operation it names did not respond with 200, or when a stream was not read to its \`done\`. Every response and every event is validated against closed schemas and the rules of a stream, in [\`packages/server/test/wire\`](../packages/server/test/wire).

Other tests cover every operation: an [isolation matrix](../packages/server/test/isolation-matrix.ts) of callers and other owners' ids, and [generated requests](../packages/server/test/properties/any-request.test.ts). The [crash test](../packages/server/test/crash/crash.test.ts) kills the server under load with \`kill -9\` and checks that every confirmed write survives.

## Operations

${table(
  operations.map((row) => ({ row, name: row.name })),
  tests,
)}

## Streams

${table(
  operations.filter(({ stream }) => stream).map((row) => ({ row, name: `${row.name} stream` })),
  tests,
)}

## Extensions

${table(
  extensions.map((row) => ({ row, name: row.name })),
  tests,
)}
`;
}

function table(
  rows: readonly { readonly row: Operation; readonly name: string }[],
  tests: readonly CoveringTest[],
): string {
  const lines = rows.map(({ row, name }) => {
    const links = tests
      .filter(({ uses }) => uses.includes(name))
      .map(({ title, file }) => `[${title}](../${file})`);
    return `| \`${row.name}\` | \`${row.method} ${row.path}\` | ${links.join('<br>') || '**none**'} |`;
  });
  return ['| Operation | Request | Tests |', '| --- | --- | --- |', ...lines].join('\n');
}

/** Finds the calls of `sdkTest` in a parsed file. In titles that are template literals, `…` replaces expressions. */
export function testsIn(program: unknown, file: string): CoveringTest[] {
  const found: CoveringTest[] = [];
  walk(program, (node) => {
    if (node['type'] !== 'CallExpression' || nameOf(node['callee']) !== 'sdkTest') return;
    const [title, uses] = node['arguments'] as unknown[];
    found.push({ title: textOf(title), file: posix.normalize(file), uses: listOf(uses).map(textOf) });
  });
  return found;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nameOf = (node: unknown) => (isNode(node) ? node['name'] : undefined);
const listOf = (node: unknown) => (isNode(node) ? (node['elements'] as unknown[]) : []);

function textOf(node: unknown): string {
  if (isNode(node) && typeof node['value'] === 'string') return node['value'];
  if (isNode(node) && node['type'] === 'TemplateLiteral') {
    const quasis = node['quasis'] as { value: { cooked: string } }[];
    return quasis.map(({ value }) => value.cooked).join('…');
  }
  throw new Error('Titles and operations of an sdkTest must be string or template literals.');
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, visit);
  else if (isNode(node)) {
    visit(node);
    for (const value of Object.values(node)) walk(value, visit);
  }
}
