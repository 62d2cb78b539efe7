import type { FunctionTool, StepToolCall } from '@threadkit/core/api';
import type { HostedCallPiece } from '../../engines/engine.ts';
import { CODE_INTERPRETER_FUNCTION, codeArguments, codeOutput } from './code-interpreter-call.ts';
import { FILE_SEARCH_FUNCTION, readQueries, searchArguments, searchOutput } from './file-search-call.ts';
import { createStreamedCode } from './streamed-code.ts';

/** The tools of the contract that the server executes. The model calls them as functions, and steps show them as the contract has them. */
export type BuiltInName = 'file_search' | 'code_interpreter';

/** Reads the arguments of one call while the model writes them. What the methods return continues the call. */
export interface ArgumentsReader {
  add(text: string): HostedCallPiece | undefined;
  end(): HostedCallPiece | undefined;
}

/** How the calls of a built-in tool are written. */
export interface BuiltInFormat {
  readonly name: BuiltInName;
  readonly function: FunctionTool;
  readArguments(): ArgumentsReader;
}

const fileSearch: BuiltInFormat = {
  name: 'file_search',
  function: FILE_SEARCH_FUNCTION,
  readArguments() {
    let text = '';
    return {
      add(piece) {
        text += piece;
        return undefined;
      },
      end: () => ({ type: 'file_search', file_search: { queries: readQueries(text) } }),
    };
  },
};

const codeInterpreter: BuiltInFormat = {
  name: 'code_interpreter',
  function: CODE_INTERPRETER_FUNCTION,
  readArguments() {
    const code = createStreamedCode();
    const toPiece = (input: string): HostedCallPiece | undefined =>
      input === '' ? undefined : { type: 'code_interpreter', code_interpreter: { input } };
    return { add: (piece) => toPiece(code.add(piece)), end: () => toPiece(code.end()) };
  },
};

export const BUILT_IN_FORMATS: Readonly<Record<BuiltInName, BuiltInFormat>> = {
  file_search: fileSearch,
  code_interpreter: codeInterpreter,
};

/** A call as the model wrote it, and what it reads as its output. */
export interface CallInHistory {
  readonly name: string;
  readonly arguments: string;
  readonly output: string;
}

/** Undefined for a call that the provider has executed: it knows it itself, or the result is in the text that follows. */
export function toCallInHistory(call: StepToolCall): CallInHistory | undefined {
  switch (call.type) {
    case 'function': {
      if (call.executed_by === 'provider') return undefined;
      const { name, arguments: text, output } = call.function;
      return { name, arguments: text, output: output ?? '' };
    }
    case 'file_search':
      if (call.executed_by !== 'server') return undefined;
      return { name: call.type, arguments: searchArguments(call), output: searchOutput(call) };
    case 'code_interpreter':
      if (call.executed_by !== 'server') return undefined;
      return { name: call.type, arguments: codeArguments(call), output: codeOutput(call) };
    default:
      return undefined;
  }
}
