/**
 * The playground's server as a test program, with a gate in the scripted engine. The parent process sends
 * `GateCommand`s over the IPC channel. The program sends `'done'` when a command has taken effect.
 */
import { parseArgs } from 'node:util';
import { scripted } from '@threadkit/server';
import { engineGate } from '@threadkit/testing';
import { closeOnSignal } from '../examples/playground/server/close-on-signal.ts';
import { startPlayground } from '../examples/playground/server/playground-server.ts';

export type GateCommand =
  | { readonly gate: 'close'; readonly pauses: number }
  | { readonly gate: 'pass'; readonly pauses: number }
  | { readonly gate: 'open' };

/** Delay between chunks while the gate is open, so that a response arrives in several chunks. */
const PACE_MS = 1;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    db: { type: 'string', default: ':memory:' },
    page: { type: 'string', default: '' },
    lease: { type: 'string', default: '30000' },
  },
});

const gate = engineGate({
  setTimer: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

process.on('message', (command: GateCommand) => {
  if (command.gate === 'open') gate.open();
  else if (command.gate === 'pass') gate.pass(command.pauses);
  else gate.close(command.pauses);
  process.send?.('done');
});

const playground = await startPlayground({
  port: Number(values.port),
  db: values.db,
  engine: scripted({ paceMs: PACE_MS, setTimer: gate.setTimer }),
  model: 'scripted',
  leaseMs: Number(values.lease),
  page: values.page,
});
closeOnSignal(() => playground.close());
console.log(`listening on ${playground.url}`);
