import { createControllerRegistry, type ThreadController } from '@threadkit/core';
import { type FakeEnvironment, fakeEnvironment, scriptedClient, settle } from '@threadkit/core/testing';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createDraftRegistry, type DraftRegistry } from './draft-registry.ts';

interface PageVisit {
  readonly environment: FakeEnvironment;
  readonly book: DraftRegistry;
  thread(threadId: string): ThreadController;
  newChat(name?: string): ThreadController;
  /** What a field that comes up shows after a moment. */
  shown(controller: ThreadController): Promise<string>;
}

/** One life of a page; a second over the same storage is the page after a reload. */
function visit(storage: Map<string, string> = new Map(), clientKey = 'me'): PageVisit {
  const environment = fakeEnvironment(storage);
  const book = createDraftRegistry(environment, clientKey);
  const registry = createControllerRegistry({ client: scriptedClient([]), environment });
  onTestFinished(() => registry.clear());
  return {
    environment,
    book,
    thread: (threadId) => registry.get(threadId),
    newChat(name) {
      const controller = registry.getNewChat(name ?? environment.randomId(), name !== undefined);
      if (name !== undefined) book.name(controller, name);
      return controller;
    },
    async shown(controller) {
      const put = vi.fn<(text: string) => void>();
      onTestFinished(book.of(controller).restore(put));
      await settle();
      return put.mock.lastCall?.[0] ?? '';
    },
  };
}

it('keeps a text for each thread, over a reload', async () => {
  const before = visit();
  before.book.of(before.thread('thread_1')).save('first');
  before.book.of(before.thread('thread_2')).save('second');
  expect(await before.shown(before.thread('thread_1'))).toBe('first');
  before.book.flush();
  await settle();

  const after = visit(before.environment.storage);
  expect(await after.shown(after.thread('thread_1'))).toBe('first');
  expect(await after.shown(after.thread('thread_2'))).toBe('second');
  expect(await after.shown(after.thread('thread_3'))).toBe('');
});

it('writes a moment after the first letter, and once for many', async () => {
  const page = visit();
  const set = vi.spyOn(page.environment.keyValueStore, 'set');
  const draft = page.book.of(page.thread('thread_1'));
  draft.save('a');
  await page.environment.advance(400);
  draft.save('ab');
  expect(set).not.toHaveBeenCalled();
  await page.environment.advance(100);
  await settle();
  expect(set).toHaveBeenCalledTimes(1);
  expect([...page.environment.storage.values()].join()).toContain('ab');
});

it('forgets at once what was sent, and leaves nothing behind', async () => {
  const page = visit();
  const draft = page.book.of(page.thread('thread_1'));
  draft.save('hello');
  page.book.flush();
  draft.save('');
  await settle();
  expect(page.environment.storage.size).toBe(0);
});

it('does not overwrite what is typed while the earlier text is looked for', async () => {
  const before = visit();
  before.book.of(before.thread('thread_1')).save('before');
  before.book.flush();
  await settle();
  const after = visit(before.environment.storage);
  const draft = after.book.of(after.thread('thread_1'));
  const put = vi.fn<(text: string) => void>();
  onTestFinished(draft.restore(put));
  draft.save('typed meanwhile');
  await settle();
  expect(put).not.toHaveBeenCalled();
});

it('keeps a named chat’s text over a reload', async () => {
  const before = visit();
  before.book.of(before.newChat('home')).save('named');
  before.book.flush();
  await settle();
  const after = visit(before.environment.storage);
  expect(await after.shown(after.newChat('home'))).toBe('named');
  expect(await after.shown(after.newChat('other'))).toBe('');
});

it('keeps the text of a new chat without a name for the next one that is shown in its place', async () => {
  const before = visit();
  const first = before.book.of(before.newChat());
  const leave = first.restore(() => {});
  first.save('not sent yet');
  leave();
  before.book.flush();
  await settle();
  const after = visit(before.environment.storage);
  expect(await after.shown(after.newChat())).toBe('not sent yet');
});

it('keeps two new chats without a name apart', async () => {
  const page = visit();
  const [first, second] = [page.newChat(), page.newChat()].map((chat) => page.book.of(chat));
  onTestFinished(first?.restore(() => {}) ?? (() => {}));
  const put = vi.fn<(text: string) => void>();
  first?.save('of the first');
  page.book.flush();
  onTestFinished(second?.restore(put) ?? (() => {}));
  await settle();
  expect(put).not.toHaveBeenCalled();
  second?.save('of the second');
  page.book.flush();
  await settle();
  expect(page.environment.storage.get('texts:me')).toBe('[["new","of the first"]]');
});

it('takes what is typed during the first send along to the thread that it creates', async () => {
  const before = visit();
  const chat = before.newChat('home');
  const draft = before.book.of(chat);
  onTestFinished(draft.restore(() => {}));
  const sent = chat.send('hello', { assistantId: 'asst_demo' });
  draft.save('');
  draft.save('and then');
  await sent;
  const { threadId = '' } = chat.getSnapshot();
  before.environment.frame();
  before.book.flush();
  await settle();

  const after = visit(before.environment.storage);
  expect(await after.shown(after.thread(threadId))).toBe('and then');
  const [texts = ''] = [...before.environment.storage].find(([key]) => key.startsWith('texts:')) ?? [];
  expect(before.environment.storage.get(texts)).toBe(JSON.stringify([[`thread:${threadId}`, 'and then']]));
});

it('finds a thread’s text where a reload leads a named chat back to it', async () => {
  const before = visit();
  const chat = before.newChat('home');
  await chat.send('hello', { assistantId: 'asst_demo' });
  before.book.of(chat).save('and then');
  before.book.flush();
  await settle();

  const after = visit(before.environment.storage);
  const again = after.newChat('home');
  const put = vi.fn<(text: string) => void>();
  onTestFinished(after.book.of(again).restore(put));
  await settle();
  after.environment.frame();
  await settle();
  expect(again.getSnapshot().threadId).toBeDefined();
  expect(put.mock.calls).toEqual([['and then']]);
});

it('forgets all of a client on sign-out, with what was about to be written, and nothing of another', async () => {
  const mine = visit();
  const other = visit(mine.environment.storage, 'someone else');
  other.book.of(other.thread('thread_1')).save('theirs');
  other.book.flush();
  mine.book.of(mine.thread('thread_1')).save('mine');
  mine.book.flush();
  mine.book.of(mine.thread('thread_2')).save('about to be written');
  mine.book.clear();
  mine.book.flush();
  await mine.environment.advance(1_000);
  await settle();
  expect([...mine.environment.storage.values()].join()).toContain('theirs');
  expect([...mine.environment.storage.values()].join()).not.toMatch(/mine|about/);
});

it('forgets the text of a thread that was deleted', async () => {
  const page = visit();
  page.book.of(page.thread('thread_1')).save('hello');
  page.book.flush();
  page.book.forget('thread_1');
  page.book.flush();
  await settle();
  expect(page.environment.storage.size).toBe(0);
});

it.each(['{', '"text"', '[1]', 'null'])('takes %s in the storage for nothing kept', async (stored) => {
  const page = visit(new Map([['texts:me', stored]]));
  expect(await page.shown(page.thread('thread_1'))).toBe('');
  page.book.of(page.thread('thread_1')).save('hello');
  page.book.flush();
  await settle();
  expect(page.environment.storage.get('texts:me')).toBe('[["thread:thread_1","hello"]]');
});

it('keeps the fifty texts that were written last', async () => {
  const page = visit();
  for (let index = 0; index < 52; index += 1)
    page.book.of(page.thread(`thread_${index}`)).save(`text ${index}`);
  page.book.flush();
  await settle();
  const after = visit(page.environment.storage);
  expect(await after.shown(after.thread('thread_1'))).toBe('');
  expect(await after.shown(after.thread('thread_2'))).toBe('text 2');
});
