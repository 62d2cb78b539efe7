import { defineTool } from '@threadkit/core/tools';
import { describe, expect, it } from 'vitest';
import { scripted } from '../engines/scripted/scripted.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { createServer } from './create-server.ts';
import type { ServerOptions } from './server-options.ts';

const tool = defineTool({ name: 'f', parameters: { type: 'object' }, execute: () => 'done' });
const engine = scripted();
const embed = async () => [];

/** Creates a server with these options, as an app in JavaScript may pass them. */
function create(options: object) {
  const valid = { storage: memoryStorage(), engine, authorize: 'allow-everyone' };
  return createServer({ ...valid, ...options } as ServerOptions);
}

describe('createServer', () => {
  it.each<[object, string]>([
    [{ storage: undefined }, 'storage of createServer is missing. Pass memoryStorage()'],
    [{ storage: () => memoryStorage() }, 'storage of createServer is a function. Pass memoryStorage()'],
    [{ engine: undefined }, 'engine of createServer is missing. Pass an engine'],
    [{ engine: Promise.resolve(engine) }, 'engine of createServer is a promise. Pass an engine'],
    [{ engine: { generate: engine.generate } }, 'name of the engine is missing. Set it to lower-case'],
    [
      { engine: { ...engine, contextTokens: '8k' } },
      'contextTokens of the engine is "8k". Set it to the number',
    ],
    [{ engine: { ...engine, contextTokens: 0 } }, 'contextTokens of the engine is 0. Set it to the number'],
    [{ engine: { ...engine, countTokens: 4 } }, 'countTokens of the engine is 4. Pass a function'],
    [{ embeddings: 'small' }, 'embeddings of createServer is "small". Pass openaiEmbeddings('],
    [{ embeddings: { model: '', embed } }, 'model of embeddings is "". Set it to the name'],
    [{ embeddings: { model: 'm' } }, 'embed of embeddings is missing. Pass a function'],
    [{ embeddings: { model: 'm', embed, dimensions: 9000 } }, 'dimensions of embeddings is 9000. Set it to'],
    [{ embeddings: { model: 'm', embed, url: 'x' } }, 'embeddings of createServer has no member "url".'],
    [{ authorize: undefined }, 'authorize of createServer is missing. Pass a function'],
    [{ authorize: 'everyone' }, 'authorize of createServer is "everyone". Pass a function'],
    [{ assistants: { id: 'a' } }, 'assistants of createServer is an object. Pass a list'],
    [{ assistants: [null] }, 'assistants[0] of createServer is null. Pass an object'],
    [
      { assistants: [{ id: 'a', model: 'm' }, { id: 'b' }] },
      'model of assistants[1] of createServer is missing. Set it',
    ],
    [{ assistants: [{ id: '', model: 'm' }] }, 'id of assistants[0] of createServer is "". Set it'],
    [
      { assistants: [1, 2].map(() => ({ id: 'a', model: 'm' })) },
      'Two assistants of createServer have the id "a".',
    ],
    [{ cors: ['https://a.example'] }, 'cors of createServer is an array. Pass the origins'],
    [
      { cors: { origins: 'https://a.example' } },
      'cors.origins of createServer is "https://a.example". Pass the origins',
    ],
    [
      { reasoning: 'kept' },
      "reasoning is \"kept\". Set it to 'omit', 'stream' or 'keep', or leave it out for 'stream'.",
    ],
    [{ reasoning: true }, 'reasoning is true. Set it to'],
    [
      { drainMs: '20s' },
      'drainMs is "20s". Set it to a whole number of milliseconds from 0 to 2147483647, or leave it out for 0.',
    ],
    [{ drainMs: Number.POSITIVE_INFINITY }, 'drainMs is Infinity. Set it to'],
    [
      { leaseMs: 0 },
      'leaseMs is 0. Set it to a whole number of milliseconds from 100 to 2147483647, or leave it out for 30000.',
    ],
    [{ leaseMs: Number.NaN }, 'leaseMs is NaN. Set it to'],
    [
      { eventRetentionMs: -1 },
      'eventRetentionMs is -1. Set it to a whole number of milliseconds from 0, or leave it out for 3600000.',
    ],
    [{ maxRetries: 1.5 }, 'maxRetries is 1.5. Set it to a whole number from 0, or leave it out for 2.'],
    [{ limits: 5 }, 'limits of createServer is 5. Pass an object'],
    [
      { limits: { bodyBytes: '4 MiB' } },
      'limits.bodyBytes is "4 MiB". Set it to a whole number from 0, or leave it out for 4194304.',
    ],
    [
      { limits: { modelCallsPerRun: 0 } },
      'limits.modelCallsPerRun is 0. Set it to a whole number from 1, or leave it out for 100.',
    ],
    [
      { limits: { runsPerUser: 5 } },
      'limits.runsPerUser of createServer is not a limit, so it would limit nothing. The limits are bodyBytes,',
    ],
    [{ maxRetry: 3 }, 'createServer has no option "maxRetry". There are: storage, fileStore, documents,'],
    [{ tool: [] }, 'createServer has no option "tool". There are: '],
    [{ logs: () => {} }, 'createServer has no option "logs". There are: '],
    [{ onerror: () => {} }, 'createServer has no option "onerror". There are: '],
    [
      { cors: { origin: 'https://a.example', origins: [] } },
      'cors of createServer has no member "origin". There are: origins.',
    ],
    [{ log: console }, 'log of createServer is an object. Pass a function, or leave it out for the default.'],
    [{ onError: true }, 'onError of createServer is true. Pass a function'],
    [{ setTimer: 1 }, 'setTimer of createServer is 1. Pass a function'],
    [{ random: 0.5 }, 'random of createServer is 0.5. Pass a function'],
    [{ instrumentation: {} }, 'instrumentation of createServer is an object. Pass openTelemetry()'],
    [{ tools: { f: tool } }, 'tools of createServer is an object. Pass a list of tools'],
    [{ tools: [tool, {}] }, 'tools[1] of createServer is an object. It is neither a tool nor a source'],
    [{ tools: [null] }, 'tools[0] of createServer is null. It is neither a tool nor a source'],
    [{ tools: [undefined] }, 'tools[0] of createServer is missing. It is neither a tool nor a source'],
    [
      { tools: [Promise.resolve(tool)] },
      'tools[0] of createServer is a promise. It is neither a tool nor a source',
    ],
    [
      { tools: [{ name: 'f', execute() {} }] },
      'tools[0] of createServer is an object. It is neither a tool nor a source',
    ],
    [
      { tools: [{ name: 's', listTools() {} }] },
      'tools[0] of createServer is an object. It is neither a tool nor a source',
    ],
  ])('createServer refuses %j with what is wrong and what to do', (options, message) => {
    expect(() => create(options)).toThrow(message);
  });

  it('createServer refuses a call without options', () => {
    expect(() => createServer(undefined as unknown as ServerOptions)).toThrow(
      'The argument of createServer is missing. Pass an object with storage, engine and authorize.',
    );
  });

  it('createServer shows no secret of a wrong option', () => {
    const key = 'sk-1234567890'.repeat(10);
    expect(() => create({ authorize: { key } })).toThrow(/^authorize of createServer is an object\. /);
    expect(() => create({ authorize: key })).toThrow(/is "sk-1.{0,40}…"/);
  });

  it('createServer takes every option at its edge', async () => {
    const server = create({
      assistants: [],
      tools: [tool],
      cors: { origins: [] },
      reasoning: 'omit',
      drainMs: 0,
      leaseMs: 100,
      eventRetentionMs: 0,
      maxRetries: 0,
      limits: {
        bodyBytes: Number.POSITIVE_INFINITY,
        threadsPerTenant: Number.POSITIVE_INFINITY,
        filesPerTenant: undefined,
      },
      log: undefined,
    });
    await server.open();
    await server.close();
  });
});
