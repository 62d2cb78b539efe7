import { expect, it, vi } from 'vitest';
import { jsonLog } from './json-log.ts';
import { createRepeatingLog, type LogEntry } from './log.ts';

const OPENED: LogEntry = { level: 'info', event: 'server_opened', message: 'The server is open.' };
const REFUSED: LogEntry = {
  level: 'warn',
  event: 'origin_refused',
  origin: 'https://a.example',
  message: 'No.',
};

it('a repeating log drops repeated conditions, and no occurrences', () => {
  const written: LogEntry[] = [];
  const log = createRepeatingLog(
    (entry) => written.push(entry),
    () => 0,
  );
  for (const entry of [OPENED, REFUSED, OPENED, REFUSED]) log.write(entry);
  expect(written).toEqual([OPENED, REFUSED, OPENED]);
});

it('a repeating log remembers its conditions whatever the number of occurrences', () => {
  const written: LogEntry[] = [];
  const log = createRepeatingLog(
    (entry) => written.push(entry),
    () => 0,
  );
  log.write(REFUSED);
  for (let index = 0; index < 1000; index += 1) log.write({ ...OPENED, message: `Opened ${index}.` });
  log.write(REFUSED);
  expect(written.filter(({ level }) => level === 'warn')).toEqual([REFUSED]);
});

it('jsonLog writes time, level, event, message and the fields of the event, in this order', () => {
  const lines: string[] = [];
  jsonLog({ write: (line) => lines.push(line), now: () => Date.UTC(2026, 10, 24, 9) })(REFUSED);
  expect(lines).toEqual([
    '{"time":"2026-11-24T09:00:00.000Z","level":"warn","event":"origin_refused","message":"No.","origin":"https://a.example"}',
  ]);
});

it('jsonLog writes one line for a message with line breaks', () => {
  const lines: string[] = [];
  jsonLog({ write: (line) => lines.push(line) })({ ...REFUSED, message: 'No.\n{"level":"error"}' });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('\n');
});

it('jsonLog leaves out entries below its level', () => {
  const lines: string[] = [];
  const log = jsonLog({ write: (line) => lines.push(line), level: 'warn' });
  for (const entry of [OPENED, REFUSED]) log(entry);
  expect(lines).toHaveLength(1);
});

it('jsonLog writes to the standard output by default', () => {
  const write = vi.spyOn(console, 'log').mockImplementation(() => {});
  jsonLog()(OPENED);
  expect(write.mock.calls).toEqual([[expect.stringContaining('"event":"server_opened"')]]);
  write.mockRestore();
});
