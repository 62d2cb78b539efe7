import type { HostedCallPiece } from '../../engines/engine.ts';
import { BUILT_IN_FORMATS } from './built-in-format.ts';
import type { BuiltInTool } from './built-in-tool.ts';

const NOT_EXECUTED: HostedCallPiece = logs(
  'This server does not execute code, and nothing was executed. Respond without it.',
);

/** `code_interpreter` of a server without an executor: the step and the model are told that code is not executed. */
export const codeNotExecuted: BuiltInTool = {
  format: BUILT_IN_FORMATS.code_interpreter,
  function: BUILT_IN_FORMATS.code_interpreter.function,
  idempotent: true,
  interrupted: NOT_EXECUTED,
  execute: async () => ({ piece: NOT_EXECUTED, outcome: 'failed', reason: 'no_executor' }),
};

function logs(text: string): HostedCallPiece {
  return {
    type: 'code_interpreter',
    code_interpreter: { outputs: [{ index: 0, type: 'logs', logs: text }] },
  };
}
