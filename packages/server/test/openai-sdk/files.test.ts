import { toFile } from 'openai';
import { expect } from 'vitest';
import { sdkTest } from './sdk-test.ts';

sdkTest(
  'the SDK creates, reads and deletes a file',
  ['createFile', 'getFile', 'getFileContent', 'deleteFile'],
  async ({ client }) => {
    const sent = await client.files.create({
      file: await toFile(Buffer.from('a,b\n1,2\n'), 'größe.csv'),
      purpose: 'assistants',
    });
    expect(sent).toMatchObject({ bytes: 8, filename: 'größe.csv', purpose: 'assistants' });
    expect(await client.files.retrieve(sent.id)).toEqual(sent);
    const content = await client.files.content(sent.id);
    expect(await content.text()).toBe('a,b\n1,2\n');
    expect(await client.files.delete(sent.id)).toEqual({ id: sent.id, object: 'file', deleted: true });
    await expect(client.files.content(sent.id)).rejects.toThrow(/404 No file found with id/);
  },
);

sdkTest(
  'the SDK lists files page by page, also by purpose, and sets when a file expires',
  ['createFile', 'listFiles'],
  async ({ client }) => {
    const ids: string[] = [];
    for (const purpose of ['assistants', 'vision', 'assistants'] as const) {
      const file = await toFile(Buffer.from('x'), 'a.txt');
      const { id, created_at, expires_at } = await client.files.create({
        file,
        purpose,
        expires_after: { anchor: 'created_at', seconds: 3600 },
      });
      expect(expires_at).toBe(created_at + 3600);
      ids.push(id);
    }
    const listed: string[] = [];
    for await (const { id } of client.files.list({ limit: 2, order: 'asc' })) listed.push(id);
    expect(listed).toEqual(ids);
    const images = await client.files.list({ purpose: 'vision' });
    expect(images.data.map(({ id }) => id)).toEqual([ids[1]]);
  },
);

sdkTest(
  'a message with an image and a file is accepted',
  ['createFile', 'createMessage'],
  async ({ client, threads }) => {
    const send = async (name: string, purpose: 'vision' | 'assistants') =>
      (await client.files.create({ file: await toFile(Buffer.from('x'), name), purpose })).id;
    const image = await send('a.png', 'vision');
    const text = await send('a.txt', 'assistants');
    const thread = await threads.create();
    const message = await threads.messages.create(thread.id, {
      role: 'user',
      content: [{ type: 'image_file', image_file: { file_id: image } }],
      attachments: [{ file_id: text, tools: [{ type: 'file_search' }] }],
    });
    expect(message.content).toEqual([{ type: 'image_file', image_file: { file_id: image, detail: 'auto' } }]);
    expect(message.attachments).toEqual([{ file_id: text, tools: [{ type: 'file_search' }] }]);
  },
);
