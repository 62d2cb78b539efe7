import { expect, test } from 'vitest';
import { de } from '../../locales/de.ts';
import { en } from '../../locales/en.ts';
import { describeReasoning } from './describe-reasoning.ts';

test.each([
  ['in_progress', 'live', 'Thinking', ''],
  ['completed', 'reasoning', 'Thought for 4 s', ''],
  ['failed', 'stopped', 'Thought for 4 s', 'interrupted'],
  ['cancelled', 'stopped', 'Thought for 4 s', 'stopped'],
  ['expired', 'stopped', 'Thought for 4 s', 'timed out'],
] as const)(
  'reasoning with the status %s has the icon %s, and says "%s" and "%s"',
  (status, icon, label, note) => {
    expect(describeReasoning(status, '4 s', en)).toMatchObject({ icon, label, note });
  },
);

test('reasoning without a known duration says only that there was some', () => {
  expect(describeReasoning('completed', '', en).label).toBe('Thought');
  expect(describeReasoning('completed', '', de).label).toBe('Nachgedacht');
});
