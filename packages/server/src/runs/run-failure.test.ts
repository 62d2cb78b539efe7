import type { RunObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../engines/engine-error.ts';
import type { LogEntry } from '../shared/log.ts';
import { EngineInterfaceError } from './engine-interface-error.ts';
import { toRunFailure } from './run-failure.ts';

function failWith(error: unknown, engine?: string) {
  const log: LogEntry[] = [];
  const faults: unknown[] = [];
  const failure = toRunFailure(error, { id: 'run_1', model: 'demo' } as RunObject, engine, {
    log: { write: (entry) => log.push(entry) },
    onError: (fault, where) => faults.push([fault, where]),
  });
  return { failure, log, faults };
}

const GENERAL = { code: 'server_error', message: 'The server had an error while it worked on this run.' };

describe('toRunFailure', () => {
  it('users see the message of an EngineError, and the log its forOperator with run, model and engine', () => {
    const error = new EngineError('server_error', 'Try again later.', {
      failure: 'setup',
      forOperator: 'Check the key.',
    });
    expect(failWith(error, 'ours')).toEqual({
      failure: { error: { code: 'server_error', message: 'Try again later.' }, failure: 'setup' },
      log: [
        {
          level: 'error',
          event: 'model_failed',
          model: 'demo',
          runId: 'run_1',
          engine: 'ours',
          message: 'Run run_1 with the model "demo" and the engine "ours" failed. Check the key.',
        },
      ],
      faults: [],
    });
  });

  it('users see a general message of an engine that breaks its interface, and the log what it did and what to do', () => {
    const { failure, log, faults } = failWith(
      new EngineInterfaceError('It continued tool call 3, which it never began.'),
      'ours',
    );
    expect(failure).toEqual({ error: GENERAL });
    expect(log).toMatchObject([{ level: 'error', event: 'model_failed', runId: 'run_1', engine: 'ours' }]);
    expect(log[0]?.message).toMatch(
      /^Run run_1 .* the engine "ours" failed\. .* It continued tool call 3, which it never began\. Correct the engine; engineContract/,
    );
    expect(faults).toEqual([]);
  });

  it('users see a general message of any other error, and onError gets it', () => {
    const error = new TypeError('secret');
    expect(failWith(error, 'ours')).toEqual({
      failure: { error: GENERAL },
      log: [],
      faults: [[error, 'run run_1']],
    });
  });

  it('the log has a rate limit as a warning, with the time that the provider asks to wait', () => {
    const error = new EngineError('rate_limit_exceeded', 'Too busy.', { retry: { afterMs: 90_400 } });
    const { log } = failWith(error, 'ours');
    expect(log).toMatchObject([{ level: 'warn', event: 'model_failed', retryAfterMs: 90_400 }]);
    expect(log[0]?.message).toContain('limits requests and asks to wait 91 s.');
  });

  it('the log has a rate limit without a time', () => {
    const { log } = failWith(new EngineError('rate_limit_exceeded', 'Too busy.'));
    expect(log).toMatchObject([{ level: 'warn', engine: null }]);
    expect(log[0]).not.toHaveProperty('retryAfterMs');
    expect(log[0]?.message).toContain('limits requests. If users often wait');
  });

  it('the log has a used-up quota as an error', () => {
    const error = new EngineError('rate_limit_exceeded', 'Used up.', { failure: 'quota' });
    expect(failWith(error).log).toMatchObject([{ level: 'error' }]);
  });

  it('the log has a fault for which the engine gives the operator no reason, without what users see', () => {
    const { log } = failWith(new EngineError('server_error', 'Sorry, Ada.'), 'ours');
    expect(log[0]?.message).toMatch(/Set forOperator of its EngineError/);
    expect(log[0]?.message).not.toContain('Ada');
  });

  it('the log has a refused prompt as a warning when the engine knows a remedy', () => {
    const error = new EngineError('invalid_prompt', 'Too long.', { forOperator: 'Set contextTokens.' });
    expect(failWith(error, 'ours').log).toEqual([
      expect.objectContaining({
        level: 'warn',
        event: 'model_failed',
        message: 'Run run_1 with the model "demo" and the engine "ours" failed. Set contextTokens.',
      }),
    ]);
  });

  it('the log does not have a refused prompt without one, since the text of the user is its cause', () => {
    expect(failWith(new EngineError('invalid_prompt', 'Too long.')).log).toEqual([]);
  });
});
