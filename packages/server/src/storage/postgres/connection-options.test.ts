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

it.each(['garbage', 'user:secret@host/db', '/var/run/postgresql db', 'mysql://host/db'])(
  'a connection string that is not a URL of PostgreSQL is refused, and not quoted: %s',
  (connectionString) => {
    expect(() => toPoolConfig({ connectionString })).toThrow(
      /^The connection string of postgresStorage is not a URL such as postgres:\/\/user:password@host:5432\/database\.$/,
    );
  },
);

it.each(['postgres://user:secret@a,b/db', 'postgres://a:5432,b:5433/db', 'postgresql://a,b'])(
  'several hosts are refused: %s',
  (connectionString) => {
    expect(() => toPoolConfig({ connectionString })).toThrow(/names several hosts, and `pg` connects to one/);
  },
);

it.each(['postgres://host/db', 'postgresql:///db?host=/var/run/postgresql', 'postgres://u:a,b@host/db'])(
  'a URL of PostgreSQL is accepted: %s',
  (connectionString) => {
    expect(toPoolConfig({ connectionString })).toMatchObject({ connectionString });
  },
);

it('a statement without an answer fails after the database should have cancelled it', () => {
  const connectionString = 'postgres://host/db';
  expect(toPoolConfig({ connectionString })).toMatchObject({
    statement_timeout: 30_000,
    query_timeout: 35_000,
  });
  expect(toPoolConfig({ connectionString, statementTimeoutMs: 0 })).not.toHaveProperty('query_timeout');
});
