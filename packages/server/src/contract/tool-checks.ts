import type { FunctionTool } from '@threadkit/core/api';
import type { Engine, EngineEvent, EngineMessage } from '../engines/engine.ts';
import type { EnginePrivate } from '../shared/engine-private.ts';
import { expectThat, isSame, show } from './contract-error.ts';
import type { EngineCheck } from './engine-check.ts';
import {
  ASKS_FOR_BOTH,
  ASKS_FOR_WEATHER,
  contractInput,
  inputAfter,
  OSLO,
  TIME_TOOL,
  type ToolExchange,
  WEATHER_TOOL,
} from './inputs.ts';
import { callsOf, makeModelCall, reasonOf, textOf } from './model-call.ts';

const BOTH = [WEATHER_TOOL, TIME_TOOL];

/** Checks that a model call called each of the tools once for Oslo. */
function checkCalls(events: readonly EngineEvent[], tools: readonly FunctionTool[]): void {
  const calls = callsOf(events);
  const expected = tools.map((tool) => tool.function.name).toSorted();
  expectThat(isSame(calls.map(({ name }) => name).toSorted(), expected), () => ({
    did: `The engine yielded the function calls ${show(calls)}.`,
    expected: `The model of the test calls ${expected.join(' and ')} once.`,
    remedy:
      "Offer all tools of the input to the provider, yield each of its calls with an index of its own, and check that the test's provider calls each offered tool.",
  }));
  for (const { name, arguments: text } of calls) {
    expectThat(isSame(parse(text), { city: 'Oslo' }), () => ({
      did: `The engine called ${name} with arguments that join to ${show(text)}.`,
      expected: `The pieces of a call join to the JSON text that the model wrote: ${OSLO}.`,
      remedy:
        'Yield each piece once and with the index of its own call, and let the test call with this city.',
    }));
  }
  expectThat(reasonOf(events) === 'tool-calls', () => ({
    did: `The engine finished with the reason ${reasonOf(events)} after function calls.`,
    expected: 'A model call that ends with function calls finishes with tool-calls.',
    remedy: "Translate the provider's reason; for providers that report another one, decide by the calls.",
  }));
}

/** Checks that the text of a model call has each of the outputs that the model read. */
function checkResponse(events: readonly EngineEvent[], outputs: readonly string[]): void {
  const text = textOf(events);
  const missing = outputs.find((output) => !text.includes(output));
  expectThat(missing === undefined && reasonOf(events) === 'stop', () => ({
    did: `The engine responded to the outputs ${show(outputs)} with the text ${show(text)}, and finished with ${reasonOf(events)}.`,
    expected: 'The model reads the output of every call, responds in text and finishes with stop.',
    remedy:
      "Send every tool message of the history to the provider with the id of its call, and let the test's provider repeat the outputs.",
  }));
}

/** The model call as the server returns it with its outputs: with new ids, and the private data in their places. */
function roundOf(events: readonly EngineEvent[], outputs: readonly string[]): ToolExchange {
  const ofCalls = new Map<number, EnginePrivate>();
  let ofModelCall: EnginePrivate | undefined;
  for (const event of events) {
    if (event.type !== 'private') continue;
    const stored = JSON.parse(JSON.stringify(event.value)) as EnginePrivate;
    if (event.call === undefined) ofModelCall = stored;
    else ofCalls.set(event.call, stored);
  }
  const calls = callsOf(events).map((call, index) => {
    const own = ofCalls.get(index);
    return { id: `call_${index}`, ...call, ...(own && { private: own }) };
  });
  return { calls, outputs, private: ofModelCall };
}

async function callTools(engine: Engine, asked: EngineMessage, tools: readonly FunctionTool[]) {
  const events = await makeModelCall(
    engine,
    contractInput({ messages: [asked], tools }),
    'tools were offered',
  );
  checkCalls(events, tools);
  return events;
}

/** Checks of model calls with tools. */
export const toolChecks: readonly EngineCheck[] = [
  {
    name: 'the engine calls a tool with its name first and arguments that join to JSON',
    async check(make) {
      await callTools(make(), ASKS_FOR_WEATHER, [WEATHER_TOOL]);
    },
  },
  {
    name: 'the engine calls two tools in one model call, with indices and arguments of their own',
    async check(make) {
      await callTools(make(), ASKS_FOR_BOTH, BOTH);
    },
  },
  {
    name: 'the engine calls no tool when the choice is none',
    async check(make) {
      const input = contractInput({
        messages: [ASKS_FOR_WEATHER],
        tools: [WEATHER_TOOL],
        settings: { toolChoice: 'none' },
      });
      const events = await makeModelCall(make(), input, 'the tool choice was none');
      expectThat(
        callsOf(events).length === 0 && textOf(events) !== '' && reasonOf(events) === 'stop',
        () => ({
          did: `The engine yielded ${show(events)} when the tool choice was none.`,
          expected: 'It yields text and no function call, and finishes with stop.',
          remedy:
            'Send the tool choice to the provider. Leave the tools out for a provider that has no tool choice.',
        }),
      );
    },
  },
  {
    name: 'the engine responds from the output of a tool',
    async check(make) {
      const round = { calls: [{ id: 'call_1', name: 'get_weather', arguments: OSLO }], outputs: ['drizzle'] };
      const input = inputAfter(ASKS_FOR_WEATHER, round, [WEATHER_TOOL]);
      checkResponse(await makeModelCall(make(), input, 'a tool had responded'), round.outputs);
    },
  },
  {
    name: 'the engine continues from its own calls, with their outputs and private data',
    async check(make) {
      const engine = make();
      const round = roundOf(await callTools(engine, ASKS_FOR_BOTH, BOTH), ['drizzle', 'noon']);
      const input = inputAfter(ASKS_FOR_BOTH, round, BOTH);
      checkResponse(await makeModelCall(engine, input, 'its own calls had responded'), round.outputs);
    },
  },
  {
    name: 'the engine continues after a call with arguments that are not JSON',
    async check(make) {
      const round = {
        calls: [{ id: 'call_1', name: 'get_weather', arguments: '{"city":' }],
        outputs: ['unreadable'],
      };
      const input = inputAfter(ASKS_FOR_WEATHER, round, [WEATHER_TOOL]);
      const asked = 'the arguments of an earlier call were not JSON';
      checkResponse(await makeModelCall(make(), input, asked), round.outputs);
    },
  },
];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
