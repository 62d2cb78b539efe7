import { expect, it } from 'vitest';
import { describeDatabase, toPoolConfig } from './connection-options.ts';

it('a database is described by its host, port and name', () => {
  expect(describeDatabase({ connectionString: 'postgres://user:secret@host:5433/db?sslmode=require' })).toBe(
    '"db" at host:5433',
  );
});

it.each([
  'postgres://user:1/secret@host/db',
  'postgres://user:1#secret@host/db',
  'postgres://user:1?secret@host/db',
  'postgres://user:1@2/secret@host/db',
  'user:1secret@host/db',
])('no part of a password that is not escaped is in the description: %s', (connectionString) => {
  expect(describeDatabase({ connectionString })).toMatch(
    /^of the connection string \(a password needs `%2F`/,
  );
});

it('a statement without an answer fails after the database should have cancelled it', () => {
  const connectionString = 'postgres://host/db';
  expect(toPoolConfig({ connectionString })).toMatchObject({
    statement_timeout: 30_000,
    query_timeout: 35_000,
  });
  expect(toPoolConfig({ connectionString, statementTimeoutMs: 0 })).not.toHaveProperty('query_timeout');
});
