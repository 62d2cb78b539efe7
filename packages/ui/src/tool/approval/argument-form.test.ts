import { describe, expect, test } from 'vitest';
import { applyEdits, toEditableFields } from './argument-form.ts';

const schema = { type: 'object', properties: { theme: { enum: ['light', 'dark'] } } };
const args = { theme: 'dark', days: 3, notify: true, regions: ['eu'], note: 'x' };

test('strings, numbers, booleans and enum values are editable, lists are not', () => {
  expect(toEditableFields(args, schema).map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'theme: choice',
    'days: number',
    'notify: boolean',
    'note: text',
  ]);
});

test.each([undefined, null, 'text', [1]])('%j has no editable fields', (value) => {
  expect(toEditableFields(value, schema)).toEqual([]);
});

describe('applyEdits', () => {
  const form = (entries: Record<string, string>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(entries)) data.set(name, value);
    return data;
  };

  test('applyEdits converts each value to the type of its field and keeps other arguments', () => {
    const edited = applyEdits(
      args,
      toEditableFields(args, schema),
      form({ theme: 'light', days: '7', note: '' }),
    );
    expect(edited).toEqual({ theme: 'light', days: 7, notify: false, regions: ['eu'], note: '' });
  });

  test('applyEdits keeps the old value for an invalid number', () => {
    expect(applyEdits({ days: 3 }, toEditableFields({ days: 3 }, undefined), form({ days: ' ' }))).toEqual({
      days: 3,
    });
  });
});
