import type { FunctionTool } from '@threadkit/core/api';
import { type SetTimer, setTimer } from '../../shared/timers.ts';
import type { Engine, EngineEvent, EngineInput, EngineMessage } from '../engine.ts';
import { builtInCall } from './built-in-calls.ts';
import { callTools } from './call-tools.ts';
import { chooseTools } from './choose-tools.ts';
import { partsText } from './estimate-usage.ts';
import { fillSchema } from './fill-schema.ts';
import { createMessageValues } from './message-values.ts';
import { createPauses } from './pauses.ts';
import { playText } from './play-text.ts';
import { respondToOutputs, type ToolResult } from './respond-to-outputs.ts';
import { hasResponse, respondTo } from './responses.ts';
import { scenarioFor } from './scenarios.ts';
import type { ScriptStep } from './script-step.ts';

/** Options of {@link scripted}. All are optional. */
export interface ScriptedOptions {
  /** Milliseconds between two pieces of a response; 0 for none. @defaultValue 22 */
  readonly paceMs?: number | undefined;
  /**
   * Your own script: its events are played at the pace. Return undefined to use the built-in responses. An `EngineError`
   * thrown by it fails the run. @defaultValue the built-in responses
   */
  readonly script?: ((input: EngineInput) => Iterable<EngineEvent> | undefined) | undefined;
  /** Starts the timers of the pauses. @defaultValue setTimeout */
  readonly setTimer?: SetTimer | undefined;
}

const DEFAULT_PACE_MS = 22;
/** Pause before the first word, in multiples of the pace. */
const FIRST_PAUSE_PIECES = 16;

/**
 * An engine without a model: deterministic, offline and free. Responds in markdown about Threadkit, calls function tools
 * whose name matches the last message, and then responds from their outputs. Searches files when the run can, and the message has words such as "file" or
 * no other response; runs a small Python program for words such as "draw" and "compute" when the run has `code_interpreter`. A message that begins with a command (`/fail`,
 * `/code` … see the README) plays that scenario.
 */
export function scripted(options: ScriptedOptions = {}): Engine {
  const paceMs = options.paceMs ?? DEFAULT_PACE_MS;
  const timer = options.setTimer ?? setTimer;
  return {
    name: 'scripted',
    async *generate(input, signal) {
      const steps: Iterable<ScriptStep> = options.script?.(input) ?? playModelCall(input);
      const pauses = createPauses(paceMs, signal, timer);
      try {
        await pauses.wait(FIRST_PAUSE_PIECES);
        for (const step of steps) {
          if (pauses.isAborted) return;
          if (step.type === 'pause') {
            await pauses.wait(step.pieces);
            continue;
          }
          yield step;
          if (step.type !== 'finish' && paceMs > 0) await pauses.wait(1);
        }
      } finally {
        pauses.end();
      }
    },
  };
}

function* playModelCall(given: EngineInput): Generator<ScriptStep> {
  const input = given.settings.toolChoice === 'none' ? { ...given, tools: [] } : given;
  const last = input.messages.at(-1);
  const text = textOf(last);
  if (last?.role === 'user') {
    const scenario = scenarioFor(text, input);
    if (scenario) return yield* scenario;
    const tools = chooseTools(text, input.tools, input.settings.toolChoice);
    const called = tools.length > 0 || hasResponse(text) ? tools : searchTool(input);
    if (called.length > 0) return yield* callTools(input, called, text);
  }
  const response = last?.role === 'tool' ? respondToOutputs(lastRound(input.messages)) : respondTo(text);
  const format = input.settings.responseFormat;
  yield* playText(input, format && typeof format === 'object' ? inFormat(format, response, text) : response);
}

/** The tool that searches files: for a message that nothing else responds to. */
function searchTool({ tools }: EngineInput): readonly FunctionTool[] {
  return tools.filter((tool) => tool.function.name === 'file_search' && builtInCall(tool));
}

function inFormat(
  format: Exclude<NonNullable<EngineInput['settings']['responseFormat']>, 'auto'>,
  response: string,
  text: string,
): string {
  if (format.type === 'json_schema') {
    return JSON.stringify(
      fillSchema(format.json_schema.schema ?? { type: 'object' }, createMessageValues(text)),
    );
  }
  return format.type === 'json_object' ? JSON.stringify({ response }) : response;
}

function textOf(message: EngineMessage | undefined): string {
  return message === undefined || message.role === 'tool' ? '' : partsText(message.content);
}

/** The trailing tool outputs, with their calls. */
function lastRound(messages: readonly EngineMessage[]): ToolResult[] {
  const calls = new Map(
    messages
      .flatMap((message) => (message.role === 'assistant' ? (message.toolCalls ?? []) : []))
      .map((call) => [call.id, call]),
  );
  const start = messages.findLastIndex(({ role }) => role !== 'tool') + 1;
  return messages.slice(start).flatMap((message) => {
    if (message.role !== 'tool') return [];
    const call = calls.get(message.toolCallId);
    return [{ name: call?.name ?? 'tool', arguments: call?.arguments ?? '', output: message.output }];
  });
}
