import { describe, expect, it } from 'vitest';
import type { Engine } from '../engines/engine.ts';
import { scripted } from '../engines/scripted/scripted.ts';
import { testServer } from '../testing/test-server.ts';
import { createEngineFor } from './engine-for.ts';

const engine = scripted();

describe('createEngineFor', () => {
  it('an engine serves every model, and a function those for which it returns one', () => {
    expect(createEngineFor(engine)('a')).toBe(engine);
    const engineFor = createEngineFor((model) => (model === 'a' ? engine : undefined));
    expect([engineFor('a'), engineFor('b')]).toEqual([engine, undefined]);
  });

  it.each<[string, () => unknown, string]>([
    ['a promise', () => Promise.resolve(engine), 'is a promise'],
    ['a promise that rejects', () => Promise.reject(new Error('no key')), 'is a promise'],
    ['a name', () => 'gpt-5-mini', 'is "gpt-5-mini"'],
    ['another object', () => ({ model: 'gpt-5-mini' }), 'is an object'],
  ])('a function that returns %s leads to an error that names the option', (_what, choose, is) => {
    const engineFor = createEngineFor(() => choose() as Engine);
    expect(() => engineFor('a')).toThrow(
      `What the function engine of createServer returned for the model "a" ${is}. Return an engine`,
    );
  });

  it('onError gets the error of an async function when a run is created', async () => {
    const { caller, faults } = testServer({ engine: (async () => engine) as unknown as () => Engine });
    const refused = await caller.send('POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      thread: { messages: [{ role: 'user', content: 'hello' }] },
    });
    expect(refused.status).toBe(500);
    expect(faults).toEqual([
      expect.objectContaining({ message: expect.stringContaining('engine of createServer') }),
    ]);
  });
});
