import type { MessageContentPart, RunUsage } from '@threadkit/core/api';
import { type SetTimer, setTimer, sleep } from '../../timers.ts';
import type { Engine, EngineEvent, EngineInput, EngineMessage } from '../engine.ts';
import { answerFromOutputs, type ToolResult } from './answer-from-outputs.ts';
import { answerTo } from './answers.ts';
import { chooseTools } from './choose-tools.ts';
import { chunkText, countTokens } from './chunk-text.ts';
import { fillSchema } from './fill-schema.ts';
import { MessageFacts } from './message-facts.ts';
import { wordsOfName } from './words.ts';

export interface ScriptedOptions {
  /** Between two pieces of an answer, in milliseconds; 0 for none. @defaultValue 22 */
  readonly paceMs?: number | undefined;
  /**
   * Your own script for some turns: its events are played at the pace. Undefined leaves the turn to the
   * engine. What it throws fails the run, in the words of an `EngineError`.
   */
  readonly script?: ((input: EngineInput) => Iterable<EngineEvent> | undefined) | undefined;
  /** @defaultValue setTimeout */
  readonly setTimer?: SetTimer | undefined;
}

const DEFAULT_PACE_MS = 22;
/** A moment of thought before the first word, in pieces. */
const THOUGHT = 16;
const ARGUMENT_CHARS = 8;

/**
 * An engine without a model: deterministic, offline, and free. It answers in markdown about Threadkit, calls
 * the function tools whose name the last message hints at, and then answers from their outputs.
 */
export function scripted(options: ScriptedOptions = {}): Engine {
  const paceMs = options.paceMs ?? DEFAULT_PACE_MS;
  const timer = options.setTimer ?? setTimer;
  return {
    name: 'scripted',
    async *turn(input, signal) {
      const events = options.script?.(input) ?? playTurn(input);
      await sleep(paceMs * THOUGHT, signal, timer);
      for (const event of events) {
        if (signal.aborted) return;
        yield event;
        if (event.type !== 'finish') await sleep(paceMs, signal, timer);
      }
    },
  };
}

function* playTurn(input: EngineInput): Generator<EngineEvent> {
  const last = input.messages.at(-1);
  const said = textOf(last);
  if (last?.role === 'user') {
    const chosen = chooseTools(said, input.tools, input.settings.toolChoice);
    const calls = input.settings.parallelToolCalls === false ? chosen.slice(0, 1) : chosen;
    if (calls.length > 0) {
      let written = '';
      for (const [index, tool] of calls.entries()) {
        const facts = new MessageFacts(said, wordsOfName(tool.function.name));
        const text = JSON.stringify(fillSchema(tool.function.parameters ?? { type: 'object' }, facts));
        written += text;
        yield { type: 'tool-call', index, name: tool.function.name, arguments: '' };
        for (let at = 0; at < text.length; at += ARGUMENT_CHARS) {
          yield { type: 'tool-call', index, arguments: text.slice(at, at + ARGUMENT_CHARS) };
        }
      }
      yield { type: 'finish', reason: 'tool-calls', usage: usageOf(input, written) };
      return;
    }
  }
  const answer = last?.role === 'tool' ? answerFromOutputs(lastRound(input.messages)) : answerTo(said);
  const format = input.settings.responseFormat;
  yield* say(input, format && typeof format === 'object' ? inFormat(format, answer, said) : answer);
}

function inFormat(
  format: Exclude<NonNullable<EngineInput['settings']['responseFormat']>, 'auto'>,
  answer: string,
  said: string,
): string {
  if (format.type === 'json_schema') {
    return JSON.stringify(
      fillSchema(format.json_schema.schema ?? { type: 'object' }, new MessageFacts(said)),
    );
  }
  return format.type === 'json_object' ? JSON.stringify({ answer }) : answer;
}

/** Text up to the run's budget. */
function* say(input: EngineInput, text: string): Generator<EngineEvent> {
  const budget = input.settings.maxCompletionTokens ?? Number.POSITIVE_INFINITY;
  let written = '';
  for (const chunk of chunkText(text)) {
    if (countTokens(written + chunk) > budget) {
      yield { type: 'finish', reason: 'length', usage: usageOf(input, written) };
      return;
    }
    written += chunk;
    yield { type: 'text', part: 0, text: chunk };
  }
  yield { type: 'finish', reason: 'stop', usage: usageOf(input, written) };
}

function textOf(message: EngineMessage | undefined): string {
  return message === undefined || message.role === 'tool' ? '' : partsText(message.content);
}

function partsText(content: readonly MessageContentPart[]): string {
  return content.map((part) => (part.type === 'text' ? part.text.value : '')).join('\n');
}

/** The outputs at the end, with the calls they answer. */
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

function usageOf(input: EngineInput, written: string): RunUsage {
  const prompt = input.messages.reduce(
    (sum, message) => {
      if (message.role === 'tool') return sum + countTokens(message.output);
      const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
      return (
        sum +
        countTokens(partsText(message.content)) +
        calls.reduce((more, call) => more + countTokens(call.name + call.arguments), 0)
      );
    },
    countTokens(input.instructions ?? ''),
  );
  const completion = countTokens(written);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_token_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0 },
  };
}
