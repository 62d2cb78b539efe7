import { describe, expect, it } from 'vitest';
import { readRefusal } from './read-refusal.ts';

describe('readRefusal', () => {
  it.each<[string, unknown, string]>([
    ['an error object', { error: { message: 'Roles must alternate.' } }, 'Roles must alternate.'],
    ['an error object without an envelope', { object: 'error', message: 'Too long.' }, 'Too long.'],
    ['an error that is a text', { error: 'The model is loading.' }, 'The model is loading.'],
    ['an error that is a list', { error: [{ message: 'First.' }, { message: 'Second.' }] }, 'First.'],
    ['a list of errors', [{ error: { message: 'Contents are empty.' } }, {}], 'Contents are empty.'],
    ['a message alone', { message: 'Unknown role.' }, 'Unknown role.'],
    ['a detail that is text', { detail: 'The prompt is too long.' }, 'The prompt is too long.'],
    [
      'a detail with one validation error',
      { detail: [{ loc: ['body', 'messages', 1, 'content'], msg: 'field required' }] },
      'field required (messages.1.content)',
    ],
    [
      'a detail with several validation errors',
      { detail: [{ loc: ['body', 'n'], msg: 'not a number' }, { msg: 'no model' }] },
      'not a number (n); no model',
    ],
    [
      'validation errors inside a message',
      { object: 'error', message: { detail: [{ loc: ['body', 'top_p'], msg: 'too large' }] } },
      'too large (top_p)',
    ],
    ['an errors list', { errors: [{ message: 'No such route.', code: 7000 }] }, 'No such route.'],
    [
      'a title beside a detail',
      { title: 'Bad request', detail: 'A tool has no name.' },
      'A tool has no name.',
    ],
    ['plain text', 'upstream says no\n', 'upstream says no'],
    ['an HTML page', '<!DOCTYPE html><title>400</title>', ''],
    ['an HTML page inside an error object', { error: { message: '<html><body>proxy7</body></html>' } }, ''],
    ['an empty object', {}, ''],
    ['null', null, ''],
    ['a number', 7, ''],
    ['a message that is a number', { message: 7 }, ''],
    ['an empty list', [], ''],
  ])('readRefusal reads the message of %s', (_form, body, sentence) => {
    expect(readRefusal(body).message).toBe(sentence);
  });

  it('readRefusal reads code and type, inside and outside the error object', () => {
    expect(readRefusal({ error: { message: 'x', code: 'a', type: 'b' } })).toMatchObject({
      code: 'a',
      type: 'b',
    });
    expect(readRefusal({ code: 404, error: 'x', error_type: 'b' })).toMatchObject({ code: 404, type: 'b' });
    expect(readRefusal({ error: { message: 'x', code: {}, type: [] } })).toMatchObject({
      code: undefined,
      type: undefined,
    });
  });

  it('readRefusal stops at endlessly nested bodies', () => {
    const deep: unknown[] = [];
    deep.push(deep);
    expect(readRefusal({ detail: deep }).message).toBe('');
  });
});
