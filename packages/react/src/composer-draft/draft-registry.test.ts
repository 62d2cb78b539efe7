import { createControllerRegistry, type ThreadController } from '@threadkit/core';
import { type FakeEnvironment, fakeEnvironment, scriptedClient, settle } from '@threadkit/core/testing';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createDraftRegistry, type DraftRegistry } from './draft-registry.ts';

interface PageVisit {
  readonly environment: FakeEnvironment;
  readonly drafts: DraftRegistry;
  thread(threadId: string): ThreadController;
  newChat(name?: string): ThreadController;
  /** The text that a newly mounted field shows. */
  shown(controller: ThreadController): Promise<string>;
}

/** A page; a second one on the same storage is the page after a reload. */
function visit(storage: Map<string, string> = new Map(), clientKey = 'me'): PageVisit {
  const environment = fakeEnvironment(storage);
  const drafts = createDraftRegistry(environment, clientKey);
  const registry = createControllerRegistry({ client: scriptedClient([]), environment });
  onTestFinished(() => registry.clear());
  return {
    environment,
    drafts,
    thread: (threadId) => registry.get(threadId),
    newChat(name) {
      const controller = registry.getNewChat(name ?? environment.randomId(), name !== undefined);
      if (name !== undefined) drafts.name(controller, name);
      return controller;
    },
    async shown(controller) {
      const put = vi.fn<(text: string) => void>();
      onTestFinished(drafts.of(controller).restore(put));
      await settle();
      return put.mock.lastCall?.[0] ?? '';
    },
  };
}

it('a draft of each thread survives a reload', async () => {
  const before = visit();
  before.drafts.of(before.thread('thread_1')).save('first');
  before.drafts.of(before.thread('thread_2')).save('second');
  expect(await before.shown(before.thread('thread_1'))).toBe('first');
  before.drafts.flush();
  await settle();

  const after = visit(before.environment.storage);
  expect(await after.shown(after.thread('thread_1'))).toBe('first');
  expect(await after.shown(after.thread('thread_2'))).toBe('second');
  expect(await after.shown(after.thread('thread_3'))).toBe('');
});

it('a draft is written after a delay, once for several changes', async () => {
  const page = visit();
  const set = vi.spyOn(page.environment.keyValueStore, 'set');
  const draft = page.drafts.of(page.thread('thread_1'));
  draft.save('a');
  await page.environment.advance(400);
  draft.save('ab');
  expect(set).not.toHaveBeenCalled();
  await page.environment.advance(100);
  await settle();
  expect(set).toHaveBeenCalledTimes(1);
  expect([...page.environment.storage.values()].join()).toContain('ab');
});

it('an emptied draft is removed from storage at once', async () => {
  const page = visit();
  const draft = page.drafts.of(page.thread('thread_1'));
  draft.save('hello');
  page.drafts.flush();
  draft.save('');
  await settle();
  expect(page.environment.storage.size).toBe(0);
});

it('restore does not overwrite text that is typed while the stored text is read', async () => {
  const before = visit();
  before.drafts.of(before.thread('thread_1')).save('before');
  before.drafts.flush();
  await settle();
  const after = visit(before.environment.storage);
  const draft = after.drafts.of(after.thread('thread_1'));
  const put = vi.fn<(text: string) => void>();
  onTestFinished(draft.restore(put));
  draft.save('typed meanwhile');
  await settle();
  expect(put).not.toHaveBeenCalled();
});

it('the draft of a named chat survives a reload', async () => {
  const before = visit();
  before.drafts.of(before.newChat('home')).save('named');
  before.drafts.flush();
  await settle();
  const after = visit(before.environment.storage);
  expect(await after.shown(after.newChat('home'))).toBe('named');
  expect(await after.shown(after.newChat('other'))).toBe('');
});

it('the draft of a new chat without a name is restored in the next new chat', async () => {
  const before = visit();
  const first = before.drafts.of(before.newChat());
  const leave = first.restore(() => {});
  first.save('not sent yet');
  leave();
  before.drafts.flush();
  await settle();
  const after = visit(before.environment.storage);
  expect(await after.shown(after.newChat())).toBe('not sent yet');
});

it('two mounted new chats without a name do not share a draft', async () => {
  const page = visit();
  const [first, second] = [page.newChat(), page.newChat()].map((chat) => page.drafts.of(chat));
  onTestFinished(first?.restore(() => {}) ?? (() => {}));
  const put = vi.fn<(text: string) => void>();
  first?.save('of the first');
  page.drafts.flush();
  onTestFinished(second?.restore(put) ?? (() => {}));
  await settle();
  expect(put).not.toHaveBeenCalled();
  second?.save('of the second');
  page.drafts.flush();
  await settle();
  expect(page.environment.storage.get('texts:me')).toBe('[["new","of the first"]]');
});

it('text typed during the first send becomes the draft of the created thread', async () => {
  const before = visit();
  const chat = before.newChat('home');
  const draft = before.drafts.of(chat);
  onTestFinished(draft.restore(() => {}));
  const sent = chat.send('hello', { assistantId: 'asst_demo' });
  draft.save('');
  draft.save('and then');
  await sent;
  const { threadId = '' } = chat.getSnapshot();
  before.environment.frame();
  before.drafts.flush();
  await settle();

  const after = visit(before.environment.storage);
  expect(await after.shown(after.thread(threadId))).toBe('and then');
  const [texts = ''] = [...before.environment.storage].find(([key]) => key.startsWith('texts:')) ?? [];
  expect(before.environment.storage.get(texts)).toBe(JSON.stringify([[`thread:${threadId}`, 'and then']]));
});

it('a named chat that a reload restores to its thread restores the draft of the thread', async () => {
  const before = visit();
  const chat = before.newChat('home');
  await chat.send('hello', { assistantId: 'asst_demo' });
  const { threadId } = chat.getSnapshot();
  before.drafts.of(chat).save('and then');
  before.drafts.flush();
  await settle();

  const after = visit(before.environment.storage);
  const again = after.newChat('home');
  const put = vi.fn<(text: string) => void>();
  onTestFinished(after.drafts.of(again).restore(put));
  await settle();
  after.environment.frame();
  await settle();
  expect(threadId).toMatch(/^thread_/);
  expect(again.getSnapshot().threadId).toBe(threadId);
  expect(put.mock.calls).toEqual([['and then']]);
});

it('clear removes stored and pending drafts of one client and keeps those of another', async () => {
  const mine = visit();
  const other = visit(mine.environment.storage, 'someone else');
  other.drafts.of(other.thread('thread_1')).save('theirs');
  other.drafts.flush();
  mine.drafts.of(mine.thread('thread_1')).save('mine');
  mine.drafts.flush();
  mine.drafts.of(mine.thread('thread_2')).save('about to be written');
  mine.drafts.clear();
  mine.drafts.flush();
  await mine.environment.advance(1_000);
  await settle();
  expect([...mine.environment.storage.values()].join()).toContain('theirs');
  expect([...mine.environment.storage.values()].join()).not.toMatch(/mine|about/);
});

it('forget removes the draft of a deleted thread', async () => {
  const page = visit();
  page.drafts.of(page.thread('thread_1')).save('hello');
  page.drafts.flush();
  page.drafts.forget('thread_1');
  page.drafts.flush();
  await settle();
  expect(page.environment.storage.size).toBe(0);
});

it.each(['{', '"text"', '[1]', 'null'])('the stored entry %s counts as no draft', async (stored) => {
  const page = visit(new Map([['texts:me', stored]]));
  expect(await page.shown(page.thread('thread_1'))).toBe('');
  page.drafts.of(page.thread('thread_1')).save('hello');
  page.drafts.flush();
  await settle();
  expect(page.environment.storage.get('texts:me')).toBe('[["thread:thread_1","hello"]]');
});

it('only the 50 drafts that were written last are stored', async () => {
  const page = visit();
  for (let index = 0; index < 52; index += 1)
    page.drafts.of(page.thread(`thread_${index}`)).save(`text ${index}`);
  page.drafts.flush();
  await settle();
  const after = visit(page.environment.storage);
  expect(await after.shown(after.thread('thread_1'))).toBe('');
  expect(await after.shown(after.thread('thread_2'))).toBe('text 2');
});
