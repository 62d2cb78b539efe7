/**
 * The contract of engines as checks for the tests of your own engine, in any test runner.
 *
 * @example
 * ```ts
 * import { engineContract } from '@threadkit/server/testing';
 * import { it } from 'vitest';
 *
 * for (const { name, check } of engineContract) it(name, () => check(() => myEngine({ fetch: fakeProvider })));
 * ```
 *
 * @packageDocumentation
 */

export type { EngineCheck } from './contract/engine-check.ts';
export { engineContract } from './contract/engine-checks.ts';
