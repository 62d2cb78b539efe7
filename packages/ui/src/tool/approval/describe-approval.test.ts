import { defineTool } from '@threadkit/core';
import { expect, test } from 'vitest';
import { aWaitingCall } from '../../../stories/waiting-call.ts';
import { en } from '../../locales/en.ts';
import { toolView } from '../tool-view.ts';
import { describeApproval, needsDecision } from './describe-approval.ts';

const rollback = defineTool({
  name: 'rollback_release',
  parameters: {
    type: 'object',
    properties: { service: { type: 'string' }, to: { type: 'string' } },
    required: ['service', 'to'],
  },
});
const view = toolView(rollback, {
  labels: { question: (args) => `Roll back ${args.service} to ${args.to}?`, action: 'Roll back' },
});
const args = { service: 'checkout-api', to: '2026.11.18-1' };

test('the labels of a tool view provide the question and the action', () => {
  const call = aWaitingCall({ name: 'rollback_release', args });
  expect(describeApproval(call, view, en)).toEqual({
    question: 'Roll back checkout-api to 2026.11.18-1?',
    action: 'Roll back',
    text: undefined,
    keyValues: [
      { label: 'service', value: 'checkout-api' },
      { label: 'to', value: '2026.11.18-1' },
    ],
  });
});

test('without a tool view the question is the humanized name of the tool, and the action is Approve', () => {
  expect(
    describeApproval(aWaitingCall({ name: 'change_theme', args: { theme: 'dark' } }), undefined, en),
  ).toMatchObject({
    question: 'Change theme?',
    action: 'Approve',
  });
});

test('edited arguments appear in the question, and beside the values that they replace', () => {
  const call = aWaitingCall({ name: 'rollback_release', args });
  const described = describeApproval(call, view, en, { ...args, to: '2026.11.17-4' });
  expect(described.question).toBe('Roll back checkout-api to 2026.11.17-4?');
  expect(described.keyValues).toContainEqual({
    label: 'to',
    value: '2026.11.17-4',
    previousValue: '2026.11.18-1',
  });
});

test('an interrupted call says that it may have run', () => {
  const call = aWaitingCall({ name: 'rollback_release', args, waitReason: 'interrupted' });
  expect(describeApproval(call, view, en)).toMatchObject({
    question: 'May have already run: Roll back',
    action: 'Run again',
  });
});

test.each([
  ['approval', true],
  ['interrupted', true],
  ['unregistered', false],
  ['output', false],
] as const)('needsDecision of a call with the wait reason %s is %s', (waitReason, expected) => {
  expect(needsDecision(aWaitingCall({ name: 'x', args: {}, waitReason }))).toBe(expected);
});
