import { abortChecks } from './abort-checks.ts';
import { concurrencyChecks } from './concurrency-checks.ts';
import { contextChecks } from './context-checks.ts';
import { expectThat, show } from './contract-error.ts';
import type { EngineCheck } from './engine-check.ts';
import { errorChecks } from './error-checks.ts';
import { textChecks } from './text-checks.ts';
import { toolChecks } from './tool-checks.ts';

/**
 * The checks that every engine has to pass. They need no test runner: an engine's tests run each as one test, with a fake
 * provider in place of the model. It responds like this, in any words:
 *
 * | The request | The model |
 * | --- | --- |
 * | has the model `unknown-model` | does not exist; an engine that chooses its own model may respond |
 * | allows at most 3 tokens | is cut off |
 * | ends with the outputs of tools | responds with text that contains every output |
 * | offers tools, and their choice is not `none` | calls each of them once with `{"city":"Oslo"}`, in one response |
 * | is any other | responds with text of more than one piece |
 *
 * @example
 * ```ts
 * import { engineContract } from '@threadkit/server/testing';
 * import { it } from 'vitest';
 *
 * for (const { name, check } of engineContract) it(name, () => check(() => myEngine({ fetch: fakeProvider })));
 * ```
 */
export const engineContract: readonly EngineCheck[] = [
  {
    name: 'the engine has a name of lower-case letters, digits and hyphens, the same for each instance',
    async check(make) {
      const names = [make().name, make().name];
      for (const name of names) {
        expectThat(/^[a-z][a-z0-9-]*$/.test(name) && name === names[0], () => ({
          did: `The engine has the name ${show(name)}.`,
          expected: 'A name has lower-case letters, digits and hyphens, and does not change.',
          remedy:
            'Set a constant name: private data are stored with it, and only an engine of this name gets them back.',
        }));
      }
    },
  },
  ...contextChecks,
  ...textChecks,
  ...toolChecks,
  ...abortChecks,
  ...concurrencyChecks,
  ...errorChecks,
];
