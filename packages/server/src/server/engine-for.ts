import type { Engine } from '../engines/engine.ts';
import { isRecord } from '../shared/is-record.ts';
import { quoteForLog } from '../shared/log.ts';
import { wrongOption } from '../shared/option-values.ts';

/**
 * The engine of a model, by the option `engine`; undefined when none serves it.
 *
 * @throws `TypeError` A function of the app returned something else, such as the promise of an async function.
 */
export function createEngineFor(
  engine: Engine | ((model: string) => Engine | undefined),
): (model: string) => Engine | undefined {
  if (typeof engine !== 'function') return () => engine;
  return (model) => {
    // Apps without types may return anything.
    const returned: unknown = engine(model);
    if (returned === undefined || returned === null) return undefined;
    if (isEngine(returned)) return returned;
    // The rejection of an async function would end the process.
    if (returned instanceof Promise) returned.catch(() => {});
    throw wrongOption(
      `What the function engine of createServer returned for the model ${quoteForLog(model)}`,
      returned,
      'Return an engine, such as that of chatCompletions({ … }), and no promise, or undefined for a model that is not served.',
    );
  };
}

function isEngine(value: unknown): value is Engine {
  return isRecord(value) && typeof value['generate'] === 'function' && typeof value['name'] === 'string';
}
