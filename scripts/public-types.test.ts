import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findUnnamedProps, findUnnamedTypes } from './public-types.ts';
import { repositoryRoot } from './repository-root.ts';

const apiDir = join(repositoryRoot, 'api');
const uiReports = globSync('ui*.d.ts', { cwd: apiDir }).toSorted();
const readReport = (name: string): string => readFileSync(join(apiDir, name), 'utf8');

/** Types in signatures of ui that need no name of their own. */
const NOT_EXPORTED: Readonly<Record<string, string>> = {
  ChatParts: '`typeof Chat`',
  Tag: 'the keys of MarkdownComponents',
};

describe('the API reports of ui', () => {
  test.for(uiReports)('%s exports the props type of each component', (name) => {
    expect(findUnnamedProps(readReport(name))).toEqual([]);
  });

  test('the API reports of ui export each type that appears in a signature, except those in NOT_EXPORTED', () => {
    expect(findUnnamedTypes(uiReports.map(readReport))).toEqual(Object.keys(NOT_EXPORTED));
  });
});

describe('findUnnamedProps', () => {
  const box = 'interface BoxProps { id: string }\ndeclare function Box(props: BoxProps): void;\n';

  test('findUnnamedProps reports a component whose props type is not exported', () => {
    expect(findUnnamedProps(`${box}export { Box };`)).toEqual(['Box: BoxProps is not exported']);
    expect(findUnnamedProps(`${box}export { Box, type BoxProps };`)).toEqual([]);
  });

  test('findUnnamedProps reports a part of a namespace with the name of the namespace', () => {
    const missing = 'declare namespace all { export { Box as Root } }\nexport { all as Card };';
    expect(findUnnamedProps(box + missing)).toEqual(['Card.Root: RootProps is not exported']);
    const present = missing.replace('Root }', 'Root, BoxProps as RootProps }');
    expect(findUnnamedProps(box + present)).toEqual([]);
  });

  test('findUnnamedProps reports parts that are attached to a component', () => {
    const card = 'declare function Card$1(): void;\ninterface Parts { readonly Root: typeof Box }\n';
    const value = 'declare const Card: typeof Card$1 & Parts;\nexport { Card };';
    expect(findUnnamedProps(box + card + value)).toEqual(['Card.Root: RootProps is not exported']);
    const types = 'declare namespace Card { export type RootProps = BoxProps }\n';
    expect(findUnnamedProps(box + card + types + value)).toEqual([]);
  });

  test('findUnnamedProps reports an exported type that is not the type of the props', () => {
    const list = 'declare function List(props: { id: string }): void;\nexport { List, type ListProps };\n';
    expect(findUnnamedProps(`${list}type ListProps = { id: string };`)).toEqual([]);
    expect(findUnnamedProps(`${list}type ListProps = { id: number };`)).toEqual([
      'List: ListProps is not the type of its props',
    ]);
  });

  test('findUnnamedProps accepts components without parameters, and functions that are no components', () => {
    const code = 'declare function Line(): void;\ndeclare function read(text: string): void;\n';
    expect(findUnnamedProps(`${code}export { Line, read };`)).toEqual([]);
  });
});

describe('findUnnamedTypes', () => {
  test('findUnnamedTypes reports a type of a signature that no entry exports', () => {
    const code = 'interface Options { id: string }\ndeclare function read(options: Options): void;\n';
    expect(findUnnamedTypes([`${code}export { read };`])).toEqual(['Options']);
    expect(findUnnamedTypes([`${code}export { read };`, `${code}export { type Options };`])).toEqual([]);
  });

  test('findUnnamedTypes accepts a base type that is not exported', () => {
    const code = 'interface Base { id: string }\ninterface Options extends Base {}\n';
    expect(findUnnamedTypes([`${code}export { type Options };`])).toEqual([]);
  });
});
