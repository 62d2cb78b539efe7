import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from './repository-root.ts';
import { findUndocumentedExports } from './undocumented-exports.ts';

const apiDir = join(repositoryRoot, 'api');

test.for(readdirSync(apiDir))('every export of api/%s has a docstring', (name) => {
  expect(findUndocumentedExports(readFileSync(join(apiDir, name), 'utf8'))).toEqual([]);
});

describe('findUndocumentedExports', () => {
  test('findUndocumentedExports reports functions, values and types without a docstring', () => {
    const code = `
      /** Documented. */
      declare function send(text: string): void;
      declare function stop(): void;
      /** Documented. */
      interface SendOptions {}
      interface StopOptions {}
      declare const limit: number;
      declare class Store {}
      export { type SendOptions, type StopOptions, Store, limit, send, stop };`;
    expect(findUndocumentedExports(code)).toEqual(['StopOptions', 'Store', 'limit', 'stop']);
  });

  test('findUndocumentedExports reports an export by its exported name', () => {
    const code = "type Kind = 'a' | 'b';\nexport { type Kind as MessageKind };";
    expect(findUndocumentedExports(code)).toEqual(['MessageKind']);
  });

  test('findUndocumentedExports accepts other comments neither as docstrings nor between a docstring and its declaration', () => {
    const line = '// A remark.\ndeclare const limit: number;\nexport { limit };';
    expect(findUndocumentedExports(line)).toEqual(['limit']);
    expect(findUndocumentedExports(`/** Of something else. */\ntype Kind = 'a';\n${line}`)).toEqual([
      'limit',
    ]);
  });

  test('findUndocumentedExports accepts overloads of which one has a docstring', () => {
    const code = '/** Reads. */\ndeclare function read(): void;\ndeclare function read(id: string): void;\n';
    expect(findUndocumentedExports(`${code}export { read };`)).toEqual([]);
  });

  test('findUndocumentedExports reports the members of a namespace, and not the namespace', () => {
    const code = 'declare function Box(): void;\ndeclare namespace all { export { Box as Root } }\n';
    expect(findUndocumentedExports(`${code}export { all as Card };`)).toEqual(['Card.Root']);
    expect(findUndocumentedExports(`/** A box. */\n${code}export { all as Card };`)).toEqual([]);
  });

  test('findUndocumentedExports accepts an alias in a namespace if its type has a docstring', () => {
    const types = 'interface BoxProps {}\ndeclare namespace Card { export type RootProps = BoxProps }\n';
    const value = '/** A card. */\ndeclare const Card: () => void;\nexport { Card };';
    expect(findUndocumentedExports(types + value)).toEqual(['Card.RootProps']);
    expect(findUndocumentedExports(`/** Props. */\n${types}${value}`)).toEqual([]);
  });

  test('findUndocumentedExports accepts declarations that are not exported, and re-exports of other packages', () => {
    const code = "import { Schema } from 'schema';\ndeclare const hidden: string;\nexport { type Schema };";
    expect(findUndocumentedExports(code)).toEqual([]);
  });
});
