import type { FunctionTool } from '@threadkit/core/api';
import type { EngineInput } from '../engine.ts';
import { builtInCall } from './built-in-calls.ts';
import { estimateUsage } from './estimate-usage.ts';
import { fillSchema } from './fill-schema.ts';
import { createMessageValues } from './message-values.ts';
import type { ScriptStep } from './script-step.ts';
import { splitName } from './words.ts';

const ARGUMENT_CHARS = 8;

/** Calls the tools in one model call, with arguments derived from the message. */
export function* callTools(
  input: EngineInput,
  tools: readonly FunctionTool[],
  message: string,
): Generator<ScriptStep> {
  const calls = input.settings.parallelToolCalls === false ? tools.slice(0, 1) : tools;
  let written = '';
  for (const [index, tool] of calls.entries()) {
    const text = JSON.stringify(builtInCall(tool)?.arguments(message) ?? fillArguments(tool, message));
    written += text;
    yield { type: 'tool-call', index, name: tool.function.name, arguments: '' };
    for (let at = 0; at < text.length; at += ARGUMENT_CHARS) {
      yield { type: 'tool-call', index, arguments: text.slice(at, at + ARGUMENT_CHARS) };
    }
  }
  yield { type: 'finish', reason: 'tool-calls', usage: estimateUsage(input, written) };
}

function fillArguments({ function: { name, parameters } }: FunctionTool, message: string): unknown {
  return fillSchema(parameters ?? { type: 'object' }, createMessageValues(message, splitName(name)));
}
