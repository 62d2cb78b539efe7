import { expect, it } from 'vitest';
import { scriptedExecutor } from '../../testing/scripted-executor.ts';
import { createCodeSessions, type SessionFiles } from './code-sessions.ts';

const { signal } = new AbortController();
const NO_FILES: SessionFiles = new Map();
const MAX_SESSIONS = 16;

function sessionsOf(executor = scriptedExecutor(async () => ({}))) {
  const onError = (error: unknown) => {
    throw error;
  };
  return { executor, sessions: createCodeSessions(executor, { setTimer: () => () => {}, onError }) };
}

it('calls of one thread are executed in their order, also when the first has to wait for a place', async () => {
  const { executor, sessions } = sessionsOf();
  const runIn = (thread: string, code: string) =>
    sessions.use(thread, NO_FILES, signal, (session) => session.execute(code));
  for (let thread = 0; thread < MAX_SESSIONS; thread += 1) await runIn(`idle ${thread}`, 'x');
  executor.seen.length = 0;
  await Promise.all([runIn('thread', 'first'), runIn('thread', 'second')]);
  expect(executor.seen).toEqual(['close', 'open', 'run first', 'run second']);
});

it('threads that come at once take the places of idle ones, and there are never more sessions than places', async () => {
  const { executor, sessions } = sessionsOf();
  const runIn = (thread: string) =>
    sessions.use(thread, NO_FILES, signal, (session) => session.execute(thread));
  for (let thread = 0; thread < MAX_SESSIONS; thread += 1) await runIn(`idle ${thread}`);
  executor.seen.length = 0;
  await Promise.all(['a', 'b', 'c', 'b'].map(runIn));
  const count = (what: string) => executor.seen.filter((line) => line === what).length;
  expect({ opened: count('open'), closed: count('close') }).toEqual({ opened: 3, closed: 3 });
});
