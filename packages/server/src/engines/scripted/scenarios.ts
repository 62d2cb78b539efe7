import type { EngineInput } from '../engine.ts';
import { EngineError, SimulatedCrashError } from '../engine-error.ts';
import { callTools } from './call-tools.ts';
import { chunkText } from './chunk-text.ts';
import { estimateUsage } from './estimate-usage.ts';
import { longText } from './long-text.ts';
import { playCite } from './play-cite.ts';
import { playCode } from './play-code.ts';
import { playText } from './play-text.ts';
import { playThink } from './play-think.ts';
import type { ScriptStep } from './script-step.ts';

/** Plays a model call; `rest` is the text after the command. */
type Scenario = (input: EngineInput, rest: string) => Iterable<ScriptStep>;

const MAX_LONG_WORDS = 50_000;
const DEFAULT_RETRY_S = 20;
const MAX_NAME_CHARS = 64;

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  '/tools': playTools,
  '/approve': playApprove,
  '/long': playLong,
  '/code': playCode,
  '/cite': playCite,
  '/think': playThink,
  '/refuse': playRefusal,
  '/fail': playFailure,
  '/incomplete': playCutOff,
  '/ratelimit': playRateLimit,
  '/slow': playSlow,
  '/crash': playCrash,
};

/** The scenario for the command at the start of a message; undefined for other text and unknown commands. */
export function scenarioFor(message: string, input: EngineInput): Iterable<ScriptStep> | undefined {
  const [, word = '', rest = ''] = /^\s*(\/[a-z]+)(?:\s+([\s\S]*))?$/.exec(message) ?? [];
  const play = Object.hasOwn(SCENARIOS, word) ? SCENARIOS[word] : undefined;
  return play?.(input, rest.trim());
}

function* playTools(input: EngineInput, rest: string): Generator<ScriptStep> {
  const words = rest.split(/\s+/).filter((word) => word !== '');
  const isTool = (word: string) => input.tools.some((tool) => tool.function.name === word);
  const end = words.findIndex((word) => !isTool(word));
  const named = end === -1 ? words : words.slice(0, end);
  const [first] = words;
  if (input.tools.length === 0) yield* playText(input, NO_TOOLS);
  else if (first === undefined) yield* callTools(input, input.tools, '');
  else if (named.length === 0) yield* playText(input, noToolNamed(first, input));
  else {
    const tools = named.flatMap((name) => input.tools.filter((tool) => tool.function.name === name));
    yield* callTools(input, tools, words.slice(named.length).join(' '));
  }
}

function noToolNamed(name: string, { tools }: EngineInput): string {
  const quoted = name.slice(0, MAX_NAME_CHARS).replaceAll('`', "'");
  const names = tools.map((tool) => `\`${tool.function.name}\``);
  return `There is no tool \`${quoted}\`. There are: ${names.join(', ')}.`;
}

function* playApprove(input: EngineInput, rest: string): Generator<ScriptStep> {
  if (input.tools.length === 0) yield* playText(input, NO_TOOLS);
  else yield* callTools(input, input.tools.slice(0, 1), rest);
}

function* playLong(input: EngineInput, rest: string): Generator<ScriptStep> {
  const requested = /^\d+/.exec(rest)?.[0];
  const words = Math.min(Math.max(1, Number(requested ?? 1000)), MAX_LONG_WORDS);
  yield* playText(input, longText(words), { chunksAtOnce: words > 1000 ? 12 : 2 });
}

function* playRefusal(input: EngineInput): Generator<ScriptStep> {
  for (const chunk of chunkText(REFUSAL)) yield { type: 'refusal', part: 0, text: chunk };
  yield { type: 'finish', reason: 'stop', usage: estimateUsage(input, REFUSAL) };
}

function* playFailure(): Generator<ScriptStep> {
  yield* begin(HALF);
  throw new EngineError('server_error', 'Sorry, something went wrong.', {
    forOperator: 'The scripted engine was asked to fail.',
  });
}

function* playCutOff(input: EngineInput): Generator<ScriptStep> {
  yield* playText(input, HALF, { reason: 'length' });
}

function* playRateLimit(input: EngineInput, rest: string): Generator<ScriptStep> {
  const seconds = /^\d{1,4}/.exec(rest)?.[0] ?? DEFAULT_RETRY_S;
  yield { type: 'pause', pieces: 10 };
  throw new EngineError(
    'rate_limit_exceeded',
    `Rate limit reached for ${input.model} on tokens per min (TPM): Limit 30000, Used 29410, Requested 1824. Please try again in ${seconds}s.`,
    { forOperator: 'The scripted engine was asked to play a rate limit.' },
  );
}

function* playSlow(input: EngineInput): Generator<ScriptStep> {
  yield { type: 'pause', pieces: 140 };
  // One pause long enough to make a client suspect a dead connection.
  yield* playText(input, SLOW, { pause: (index) => (index === 8 ? 1400 : 45) });
}

function* playCrash(input: EngineInput): Generator<ScriptStep> {
  if ((input.recoveries ?? 0) > 0) {
    yield* playText(input, AFTER_CRASH);
    return;
  }
  yield* begin(HALF);
  throw new SimulatedCrashError();
}

function* begin(text: string): Generator<ScriptStep> {
  for (const chunk of chunkText(text)) yield { type: 'text', part: 0, text: chunk };
}

const NO_TOOLS =
  'This run has **no function tools**, so there is nothing to call. Add tools to the assistant or the run, then send this again.';
const REFUSAL = "I'm sorry, but I can't help with that.";
const HALF =
  'There are three things to know about this. The first is that a response may be cut off before its end, and that the text so far is kept. The second is that';
const SLOW =
  'This is a slow response. Each word arrives separately, and one so late that the connection may seem to be lost. It is not: the server sends comments to keep an idle connection open.';
const AFTER_CRASH =
  'The worker that began this response crashed while writing it. **Another worker claimed the run** and restarted the response. The unfinished message is kept, marked `incomplete`, with the id of this one in its metadata.';
