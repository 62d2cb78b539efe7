import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { repositoryRoot } from './repository-root.ts';
import { findUndocumentedExports } from './undocumented-exports.ts';

const report = `
/** Documented. */
declare function send(text: string): void;
declare function stop(): void;
interface SendOptions {}
interface UseRunOptions {}
/** Documented. */
declare const useRun: () => void;
type Kind = 'a' | 'b';
declare const hidden: string;
export { type Kind as MessageKind, type SendOptions, type UseRunOptions, send, stop, useRun };
`;

it('findUndocumentedExports names exports without a comment, by their exported name', () => {
  expect(findUndocumentedExports(report)).toEqual(['MessageKind', 'stop']);
});

it.each(readdirSync(`${repositoryRoot}/api`))('every export of api/%s has a docstring', (file) => {
  expect(findUndocumentedExports(readFileSync(`${repositoryRoot}/api/${file}`, 'utf8'))).toEqual([]);
});
