import {
  EXTENSION_OPERATIONS,
  OPERATIONS,
  type Operation,
  VECTOR_STORE_OPERATIONS,
} from '@threadkit/core/api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Server } from '../../src/server/server-options.ts';
import { memoryStorage } from '../../src/storage/memory/memory-storage.ts';
import { testServer } from '../../src/testing/test-server.ts';
import { pathOf } from '../wire/operation-of.ts';
import { createWireLog } from '../wire/wire-log.ts';
import { changed, PLAIN_VALUES, placesIn, type WildRequest, wildRequests } from './arbitrary-requests.ts';
import { FULL_BODIES } from './bodies.ts';
import { freshIds, makeIds } from './known-ids.ts';

/** `PROPERTY_SEED=random` picks a new one; a failure prints the seed and the smallest failing request. */
const given = process.env['PROPERTY_SEED'] ?? '20261124';
const seed = given === 'random' ? Date.now() % 2 ** 31 : Number(given);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 150);

const rows: readonly Operation[] = [...OPERATIONS, ...EXTENSION_OPERATIONS, ...VECTOR_STORE_OPERATIONS];
const named = (list: readonly Operation[]) => list.map((row) => [row.name, row] as const);
const bodyOf = (row: Operation) => (FULL_BODIES as Record<string, object | undefined>)[row.name];

/** The allowed statuses; never 500. 501 is for unsupported features. */
const REFUSALS = [400, 401, 403, 404, 405, 409, 413, 415, 429, 501];

function send(server: Server, { method, path, headers, body }: WildRequest): Promise<Response> {
  return server.fetch(
    new Request(`http://server.test/v1${path}`, { method, headers, ...(body !== undefined && { body }) }),
  );
}

/** Checks any response against the contract; returns the violations. */
async function problemsOf({ method, path }: WildRequest, response: Response): Promise<string[]> {
  const log = createWireLog();
  const { status, headers } = response;
  const problems: string[] = [];
  if (status !== 200 && !REFUSALS.includes(status)) problems.push(`status ${status}`);
  if (!headers.get('x-request-id')) problems.push('no request id');
  const type = headers.get('content-type') ?? '';
  if (status === 200 && type.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return problems;
  }
  const text = await response.text();
  // A response to HEAD has no body.
  if (method !== 'HEAD') log.addResponse(method, `http://server.test/v1${path}`, status, text);
  if (!type.startsWith('application/json')) problems.push(`content type ${type}`);
  return [...problems, ...log.problems];
}

describe(`any request (seed ${seed}, ${numRuns} for each operation)`, () => {
  it.each(named(rows))('%s responds in the wire format, whatever the request', async (name, row) => {
    const storage = memoryStorage();
    const { server, caller, faults } = testServer({ storage });
    const known = await makeIds(caller, storage, name);
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(wildRequests(row), async (wild) => {
        const request = wild(await freshIds(caller, name, known));
        const response = await send(server, request);
        statuses.add(response.status);
        expect(await problemsOf(request, response)).toEqual([]);
        expect(faults).toEqual([]);
      }),
      { seed, numRuns },
    );
    // Requests that are all refused by the first check would prove little.
    expect(statuses.size).toBeGreaterThan(1);
  });
});

describe('a body with one invalid value', () => {
  it.each(named(rows.filter(bodyOf)))(
    '%s with one invalid value is accepted or refused as a whole',
    async (name, row) => {
      const storage = memoryStorage();
      const { server, caller, faults } = testServer({ storage });
      const known = await makeIds(caller, storage, name);
      const full = bodyOf(row);
      const ask = async (body: unknown) => {
        const request = {
          method: row.method,
          path: pathOf(row, await freshIds(caller, name, known)),
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        };
        const response = await send(server, request);
        const problems = await problemsOf(request, response);
        return { status: response.status, problems };
      };
      // The valid body that is mutated below; the ids of outputs are chosen by the server.
      const whole = await ask(full);
      expect(whole).toEqual({ status: name === 'submitToolOutputsToRun' ? 400 : 200, problems: [] });
      for (const place of placesIn(full)) {
        const bodies = [
          ...PLAIN_VALUES.map((value) => changed(full, place, 'set', value)),
          changed(full, place, 'remove', undefined),
          changed(full, place, 'add', 'x'),
        ];
        for (const body of bodies) {
          const { status, problems } = await ask(body);
          expect([place.join('.'), JSON.stringify(body), problems]).toEqual([
            place.join('.'),
            JSON.stringify(body),
            [],
          ]);
          expect([200, 400, 403, 404, 501]).toContain(status);
        }
      }
      expect(faults).toEqual([]);
    },
    20_000,
  );
});
