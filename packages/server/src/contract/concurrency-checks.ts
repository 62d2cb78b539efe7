import type { Engine, EngineEvent, EngineInput } from '../engines/engine.ts';
import { expectThat, isSame, show } from './contract-error.ts';
import type { EngineCheck } from './engine-check.ts';
import { checkEvents } from './event-order.ts';
import { ASKS_FOR_WEATHER, contractInput, WEATHER_TOOL } from './inputs.ts';
import { callsOf, makeModelCall, readEvent, reasonOf, startModelCall, textOf } from './model-call.ts';

const SAYS = contractInput();
const CALLS = contractInput({ messages: [ASKS_FOR_WEATHER], tools: [WEATHER_TOOL] });

/** Makes the model calls at the same time, reading an event of each in turn. */
async function makeInTurn(engine: Engine, inputs: readonly EngineInput[]): Promise<EngineEvent[][]> {
  const running = inputs.map((input) => ({
    iterator: startModelCall(engine, input),
    events: [] as EngineEvent[],
  }));
  let open = running;
  while (open.length > 0) {
    // oxlint-disable-next-line no-await-in-loop -- events follow each other
    const next = await Promise.all(open.map(({ iterator }) => readEvent(iterator)));
    open = open.filter(({ events }, index) => {
      const event = next[index];
      if (event) events.push(event);
      return event !== undefined;
    });
  }
  return running.map(({ events }) => events);
}

/** What a model call produced, without how it was cut into pieces. */
const outcomeOf = (events: readonly EngineEvent[]) => ({
  text: textOf(events),
  calls: callsOf(events),
  reason: reasonOf(events),
});

function checkSame(events: readonly EngineEvent[], alone: readonly EngineEvent[], when: string): void {
  checkEvents(events);
  expectThat(isSame(outcomeOf(events), outcomeOf(alone)), () => ({
    did: `The engine produced ${show(outcomeOf(events))} ${when}, and ${show(outcomeOf(alone))} alone.`,
    expected: 'Model calls do not affect each other: a server makes many with one engine.',
    remedy: 'Keep the state of a model call in variables of generate, not in those of the engine.',
  }));
}

/** Checks of one engine that makes several model calls. */
export const concurrencyChecks: readonly EngineCheck[] = [
  {
    name: 'the engine separates concurrent model calls',
    async check(make) {
      const says = await makeModelCall(make(), SAYS, 'the user said hello');
      const calls = await makeModelCall(make(), CALLS, 'a tool was offered');
      const together = await makeInTurn(make(), [SAYS, CALLS, SAYS]);
      for (const [index, alone] of [says, calls, says].entries()) {
        checkSame(together[index] ?? [], alone, 'beside two other model calls');
      }
    },
  },
  {
    name: 'the engine starts anew with each model call',
    async check(make) {
      const engine = make();
      const first = await makeModelCall(engine, CALLS, 'a tool was offered');
      checkSame(await makeModelCall(engine, CALLS, 'a tool was offered'), first, 'the second time');
    },
  },
  {
    name: 'aborting a model call leaves the others of the engine running',
    async check(make) {
      const engine = make();
      const alone = await makeModelCall(make(), SAYS, 'the user said hello');
      const stop = new AbortController();
      const aborted = startModelCall(engine, SAYS, stop.signal);
      const other = startModelCall(engine, SAYS);
      const firsts = await Promise.all([readEvent(aborted), readEvent(other)]);
      stop.abort();
      const events: EngineEvent[] = [];
      for (let event = firsts[1]; event !== undefined; ) {
        events.push(event);
        // oxlint-disable-next-line no-await-in-loop -- events follow each other
        event = await readEvent(other);
      }
      await aborted.return?.();
      checkSame(events, alone, 'while another model call was aborted');
    },
  },
];
