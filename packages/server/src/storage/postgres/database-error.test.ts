import { expect, it } from 'vitest';
import { explainDatabaseError, isTransient } from './database-error.ts';

const failure = (code: string, message = 'Failed.') => Object.assign(new Error(message), { code });
const explain = (error: Error) => explainDatabaseError(error, '"chat" at db:5432');

it.each(['08P01', '42P05', '26000'])(
  'an error of a pooler (%s) is explained, and not tried again',
  (code) => {
    expect(isTransient(failure(code))).toBe(false);
    expect(String(explain(failure(code)))).toMatch(
      /^StorageUnavailableError: The database "chat" at db:5432 .*`transactionPooling: true`/,
    );
  },
);

it.each(['ECONNRESET', '57P01', '08006', '40P01', '25P03'])(
  'an error that may pass (%s) is tried again',
  (code) => {
    expect(isTransient(failure(code))).toBe(true);
  },
);

it('an error that no operator can fix stays as it is', () => {
  const error = failure('42601', 'syntax error');
  expect(explain(error)).toBe(error);
});
