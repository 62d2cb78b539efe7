import type { FunctionTool } from '@threadkit/core/api';
import { isRecord } from '../../shared/is-record.ts';
import { pythonProgram } from './python-program.ts';

/** A tool that the server executes: how the scripted engine calls it. */
interface BuiltInCall {
  /** The words of a message that ask for it, as by `splitWords`. They replace those of its name. */
  readonly words: ReadonlySet<string>;
  /** The parameter that distinguishes it from a function of the app with the same name. */
  readonly parameter: string;
  readonly arguments: (message: string) => object;
}

const MAX_QUERY_CHARS = 400;

const CALLS: Readonly<Record<string, BuiltInCall>> = {
  file_search: {
    words: new Set(
      'file document pdf attachment attached search say passage page paragraph chapter quote cite'.split(' '),
    ),
    parameter: 'queries',
    arguments: (message) => ({ queries: [message.trim().slice(0, MAX_QUERY_CHARS)] }),
  },
  code_interpreter: {
    words: new Set('draw plot chart graph diagram histogram compute calculate python'.split(' ')),
    parameter: 'code',
    arguments: (message) => ({ code: pythonProgram(message) }),
  },
};

/** How to call a tool; undefined when it is not a built-in one. */
export function builtInCall({ function: { name, parameters } }: FunctionTool): BuiltInCall | undefined {
  const call = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  const properties = isRecord(parameters) ? parameters['properties'] : undefined;
  return call && isRecord(properties) && Object.hasOwn(properties, call.parameter) ? call : undefined;
}
