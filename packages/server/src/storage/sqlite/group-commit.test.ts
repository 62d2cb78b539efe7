import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createGroupCommit } from './group-commit.ts';

function open() {
  const database = new DatabaseSync(':memory:');
  onTestFinished(() => database.close());
  database.exec('CREATE TABLE notes (text TEXT UNIQUE)');
  const statements: string[] = [];
  const exec = database.exec.bind(database);
  database.exec = (sql) => {
    statements.push(sql);
    exec(sql);
  };
  const group = createGroupCommit(() => database);
  const add = (text: string) => () => {
    database.prepare('INSERT INTO notes (text) VALUES (?)').run(text);
    return text;
  };
  const texts = () =>
    database
      .prepare('SELECT text FROM notes')
      .all()
      .map(({ text }) => text);
  return { database, group, add, texts, commits: () => statements.filter((sql) => sql === 'COMMIT').length };
}

describe('createGroupCommit', () => {
  it('writes of one event loop iteration share one transaction, and each resolves with its result', async () => {
    const { group, add, texts, commits } = open();
    const results = await Promise.all(['a', 'b', 'c'].map((text) => group.write(add(text))));
    expect(results).toEqual(['a', 'b', 'c']);
    expect(texts()).toEqual(['a', 'b', 'c']);
    expect(commits()).toBe(1);
    await group.write(add('d'));
    expect(commits()).toBe(2);
  });

  it('a write that fails is undone alone, also after a part of it succeeded', async () => {
    const { group, add, texts } = open();
    const failed = group.write(() => {
      add('half')();
      throw new Error('Not this one.');
    });
    const [first, , last] = await Promise.allSettled([group.write(add('a')), failed, group.write(add('b'))]);
    await expect(failed).rejects.toThrow('Not this one.');
    expect([first.status, last.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(texts()).toEqual(['a', 'b']);
  });

  it('no write resolves when the commit fails, and later writes work', async () => {
    const { database, group, add, texts } = open();
    const exec = database.exec;
    database.exec = (sql) => {
      if (sql === 'COMMIT') throw new Error('The disk is full.');
      exec(sql);
    };
    const both = await Promise.allSettled([group.write(add('a')), group.write(add('b'))]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    database.exec = exec;
    await group.write(add('c'));
    expect(texts()).toEqual(['c']);
  });

  it('a write after which SQLite has ended the transaction rejects with its cause, and does not affect the others', async () => {
    const { database, group, add, texts } = open();
    const ended = group.write(() => {
      database.exec('ROLLBACK');
      throw new Error('The disk is full.');
    });
    const others = [group.write(add('a')), group.write(add('b'))];
    await expect(ended).rejects.toThrow('The disk is full.');
    expect(await Promise.all(others)).toEqual(['a', 'b']);
    expect(texts()).toEqual(['a', 'b']);
  });

  it('onCommit is called after the commit and before the write resolves', async () => {
    const { group, add, commits } = open();
    const seen: unknown[] = [];
    await group.write(add('a'), (text) => seen.push(text, commits()));
    expect(seen).toEqual(['a', 1]);
  });

  it('an onCommit that throws rejects its write alone', async () => {
    const { group, add, texts } = open();
    const failed = group.write(add('a'), () => {
      throw new Error('A reader is broken.');
    });
    const other = group.write(add('b'));
    await expect(failed).rejects.toThrow('A reader is broken.');
    await expect(other).resolves.toBe('b');
    expect(texts()).toEqual(['a', 'b']);
  });

  it('flush commits what is waiting', async () => {
    const { group, add, texts, commits } = open();
    const written = group.write(add('a'));
    group.flush();
    expect(texts()).toEqual(['a']);
    await written;
    group.flush();
    expect(commits()).toBe(1);
  });
});
