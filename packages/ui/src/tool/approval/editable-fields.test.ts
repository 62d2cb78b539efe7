import { describe, expect, test } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { editableFields } from './editable-fields.ts';

const schema = { type: 'object', properties: { theme: { enum: ['light', 'dark'] } } };
const args = { theme: 'dark', days: 3, notify: true, regions: ['eu'], note: 'x' };

test('texts, numbers, yes-or-no and choices can be edited, lists cannot', () => {
  expect(editableFields(args, schema).map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'theme: choice',
    'days: number',
    'notify: boolean',
    'note: text',
  ]);
});

test.each([undefined, null, 'text', [1]])('%j has no fields', (value) => {
  expect(editableFields(value, schema)).toEqual([]);
});

describe('applyEdits', () => {
  const form = (entries: Record<string, string>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(entries)) data.set(name, value);
    return data;
  };

  test('takes each field in its own type and leaves the rest', () => {
    const edited = applyEdits(
      args,
      editableFields(args, schema),
      form({ theme: 'light', days: '7', note: '' }),
    );
    expect(edited).toEqual({ theme: 'light', days: 7, notify: false, regions: ['eu'], note: '' });
  });

  test('a number that cannot be read stays as it was', () => {
    expect(applyEdits({ days: 3 }, editableFields({ days: 3 }, undefined), form({ days: ' ' }))).toEqual({
      days: 3,
    });
  });
});
