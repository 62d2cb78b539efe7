import { describe, expect, it } from 'vitest';
import { getOwner } from '../http/authorize.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import type { Caller } from '../testing/caller.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { stepEngine } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';

const PNG = Uint8Array.from('\x89PNG\r\n\x1a\n', (char) => char.charCodeAt(0));

function formOf(fields: Readonly<Record<string, string | File>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

function send(caller: Caller, content: BlobPart, name = 'a.txt', type = 'text/plain') {
  const file = new File([content], name, { type });
  return caller.ask('file', 'POST', '/files', formOf({ file, purpose: 'assistants' }));
}

async function contentOf(caller: Caller, id: string): Promise<Response> {
  return caller.send('GET', `/files/${id}/content`);
}

describe('stored files', () => {
  it('files are announced as a capability', async () => {
    const { caller } = testServer();
    const { headers } = await caller.send('GET', '/assistants');
    expect(headers.get('threadkit-capabilities')?.split(',')).toContain('files');
  });

  it('files are returned in the wire format', async () => {
    const { caller } = testServer({ now: () => 1_700_000_000_000 });
    const file = await send(caller, 'hello', 'größe.txt');
    expect(file).toEqual({
      id: expect.stringMatching(/^file_\w{24}$/),
      object: 'file',
      bytes: 5,
      created_at: 1_700_000_000,
      expires_at: null,
      filename: 'größe.txt',
      purpose: 'assistants',
      status: 'processed',
    });
    expect(await caller.ask('file', 'GET', `/files/${file.id}`)).toEqual(file);
  });

  it('files are served with headers that prevent script execution', async () => {
    const { caller } = testServer();
    const { id } = await send(caller, '<script>alert(1)</script>', 'a";\r\nx: y\'*.html', 'text/html');
    const { headers } = await contentOf(caller, id);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''a[\w%.-]*\.html$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it('files are stored and served without characters that disguise their name', async () => {
    const { caller } = testServer();
    const file = await send(caller, 'x', 'invoice\u202Efdp.exe');
    expect(file.filename).toBe('invoicefdp.exe');
    const { headers } = await contentOf(caller, file.id);
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''invoicefdp.exe");
  });

  it('files are served without characters that disguise their name, also if stored with them', async () => {
    const storage = memoryStorage();
    const alice = { id: 'alice', role: 'user' } as const;
    const { caller } = testServer({ storage, authorize: () => alice });
    const { id } = await send(caller, 'x', 'a.exe');
    const scope = { owner: getOwner(alice) };
    const stored = await storage.files.get(scope, id);
    if (!stored) throw new Error('The file is not stored.');
    await storage.files.delete(scope, id);
    const content = new Blob(['x']).stream();
    await storage.createFile(scope, { id, content, toFile: () => ({ ...stored, filename: 'a\u202E.exe' }) });
    expect((await contentOf(caller, id)).headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''a.exe",
    );
  });

  it('files are served with an image type by content, not by name', async () => {
    const { caller } = testServer();
    const image = await send(caller, PNG, 'a.bin', 'application/x-anything');
    expect((await contentOf(caller, image.id)).headers.get('content-type')).toBe('image/png');
    const drawing = await send(caller, '<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.png', 'image/svg+xml');
    expect((await contentOf(caller, drawing.id)).headers.get('content-type')).toBe(
      'application/octet-stream',
    );
  });
});

/** An upload whose body arrives in these chunks. */
function uploadOf(pull: NonNullable<UnderlyingSource<Uint8Array<ArrayBuffer>>['pull']>): Request {
  return new Request('http://server/v1/files', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: new ReadableStream({ pull }, { highWaterMark: 0 }),
    duplex: 'half',
  } as RequestInit);
}

const beginningOf = (purpose: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `--b\r\nContent-Disposition: form-data; name="purpose"\r\n\r\n${purpose}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhel`,
  );

describe('an upload that is not read to its end', () => {
  it('an upload that breaks off is refused, is not stored, and is no fault of the server', async () => {
    const { server, caller, faults } = testServer();
    let isSent = false;
    const broken = uploadOf((controller) => {
      if (isSent) controller.error(new Error('The connection was reset.'));
      else controller.enqueue(beginningOf('assistants'));
      isSent = true;
    });
    const response = await server.fetch(broken);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'incomplete_body' } });
    expect(faults).toEqual([]);
    expect((await caller.ask('files', 'GET', '/files')).data).toEqual([]);
  });

  it('the rest of an upload that was refused is read after the response, so that its connection can be used again', async () => {
    const { server } = testServer();
    let left = 5;
    let isRead: (() => void) | undefined;
    const whole = new Promise<void>((resolve) => {
      isRead = resolve;
    });
    const response = await server.fetch(
      uploadOf((controller) => {
        left -= 1;
        controller.enqueue(left === 4 ? beginningOf('unknown') : new Uint8Array(1000));
        if (left > 0) return;
        controller.close();
        isRead?.();
      }),
    );
    expect(response.status).toBe(400);
    await whole;
    expect(left).toBe(0);
  });
});

it('a download of a file that is deleted meanwhile is refused as one of an unknown file', async () => {
  const storage = sqliteStorage(':memory:');
  const { caller, faults } = testServer({
    storage: {
      ...storage,
      async getFileContent(scope, id, range) {
        const content = await storage.getFileContent(scope, id, range);
        // The beginning was found, and is not read yet.
        if (range !== undefined) await storage.files.delete(scope, id);
        return content;
      },
    },
  });
  const { id } = await send(caller, 'hello');
  expect(await caller.refusal('GET', `/files/${id}/content`)).toMatchObject({ status: 404 });
  expect(faults).toEqual([]);
});

describe('a list of files', () => {
  it('a list of files has the newest first, and can be limited to a purpose', async () => {
    const { caller } = testServer();
    const first = await send(caller, 'one');
    const form = formOf({ file: new File([PNG], 'b.png'), purpose: 'vision' });
    const second = await caller.ask('file', 'POST', '/files', form);
    const list = async (query: string) =>
      (await caller.ask('files', 'GET', `/files${query}`)).data.map(({ id }) => id);
    expect(await list('')).toEqual([second.id, first.id]);
    expect(await list('?purpose=assistants')).toEqual([first.id]);
    expect(await list('?order=asc&limit=1')).toEqual([first.id]);
    expect(await list(`?after=${second.id}`)).toEqual([first.id]);
    expect(await caller.refusal('GET', '/files?limit=10001')).toMatchObject({ status: 400, param: 'limit' });
    expect(await caller.refusal('GET', '/files?after=file_x')).toMatchObject({ status: 400, param: 'after' });
  });
});

describe('a download of a part', () => {
  async function part(range: string) {
    const { caller } = testServer();
    const { id } = await send(caller, 'hello world');
    const response = await caller.send('GET', `/files/${id}/content`, undefined, { range });
    return { response, text: await response.text() };
  }

  it('a download of a part has its bytes and place', async () => {
    const { response, text } = await part('bytes=6-');
    expect([response.status, text]).toEqual([206, 'world']);
    expect(response.headers.get('content-range')).toBe('bytes 6-10/11');
    expect(response.headers.get('content-length')).toBe('5');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('a download of a part has the image type of the whole', async () => {
    const { caller } = testServer();
    const { id } = await send(caller, PNG);
    const response = await caller.send('GET', `/files/${id}/content`, undefined, { range: 'bytes=4-5' });
    expect(response.headers.get('content-type')).toBe('image/png');
  });

  it('a download of a part outside of the file is refused with its size', async () => {
    const { response } = await part('bytes=11-');
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */11']);
  });
});

describe('a file that expires', () => {
  const withLifetime = (fields: Record<string, string>) =>
    formOf({ file: new File(['x'], 'a.txt'), purpose: 'assistants', ...fields });
  const anchor = { 'expires_after[anchor]': 'created_at' };

  it('the lifetime of a file begins when it was created, while the clock goes on', async () => {
    let now = 0;
    const { caller } = testServer({ now: () => (now += 1000) });
    const form = withLifetime({ ...anchor, 'expires_after[seconds]': '3600' });
    const file = await caller.ask('file', 'POST', '/files', form);
    expect(file.expires_at).toBe(file.created_at + 3600);
  });

  it('a file that expires is deleted after its lifetime', async () => {
    const clock = createManualClock();
    const { caller } = testServer({ now: clock.now, setTimer: clock.setTimer });
    const file = await caller.ask(
      'file',
      'POST',
      '/files',
      withLifetime({ ...anchor, 'expires_after[seconds]': '3600' }),
    );
    expect(file.expires_at).toBe(file.created_at + 3600);
    await clock.advance(3_500_000);
    expect((await caller.send('GET', `/files/${file.id}`)).status).toBe(200);
    await clock.advance(200_000);
    expect((await caller.send('GET', `/files/${file.id}`)).status).toBe(404);
  });

  it.each([
    ['an unknown anchor', { 'expires_after[anchor]': 'now', 'expires_after[seconds]': '3600' }, 'anchor'],
    ['no anchor', { 'expires_after[seconds]': '3600' }, 'anchor'],
    ['no seconds', anchor, 'seconds'],
    ['too few seconds', { ...anchor, 'expires_after[seconds]': '3599' }, 'seconds'],
    ['too many seconds', { ...anchor, 'expires_after[seconds]': '2592001' }, 'seconds'],
    ['seconds that are no number', { ...anchor, 'expires_after[seconds]': 'soon' }, 'seconds'],
  ])('a file that expires with %s is refused', async (_, fields, name) => {
    const { caller } = testServer();
    const refusal = await caller.refusal('POST', '/files', withLifetime(fields));
    expect(refusal).toMatchObject({ status: 400, param: `expires_after[${name}]` });
  });

  it('a lifetime in one JSON field is refused with the names of the two fields', async () => {
    const { caller } = testServer();
    const form = withLifetime({ expires_after: '{"anchor":"created_at","seconds":3600}' });
    expect(await caller.refusal('POST', '/files', form)).toMatchObject({
      status: 400,
      param: 'expires_after',
      message: expect.stringMatching(/expires_after\[anchor\].*expires_after\[seconds\]/),
    });
  });
});

describe('an upload', () => {
  const file = new File(['x'], 'a.txt');

  it('an upload is refused by the size of the file, not of the form', async () => {
    const { caller } = testServer({ limits: { fileBytes: 10 } });
    expect(await send(caller, 'x'.repeat(10))).toMatchObject({ bytes: 10 });
    const refusal = {
      status: 413,
      type: 'invalid_request_error',
      code: 'file_too_large',
      param: 'file',
      message: 'File too large. Expected at most 10 bytes.',
    };
    const over = formOf({ file: new File(['x'.repeat(11)], 'a.txt'), purpose: 'assistants' });
    expect(await caller.refusal('POST', '/files', over)).toEqual(refusal);
    // Refused while reading, before the whole body has arrived.
    const far = formOf({ file: new File(['x'.repeat(100_000)], 'a.txt'), purpose: 'assistants' });
    expect(await caller.refusal('POST', '/files', far)).toEqual(refusal);
  });

  it.each([
    ['has no file', formOf({ purpose: 'assistants' }), 'file'],
    ['has text instead of a file', formOf({ purpose: 'assistants', file: 'x' }), 'file'],
    ['has no purpose', formOf({ file }), 'purpose'],
    ['has an unknown purpose', formOf({ file, purpose: 'fun' }), 'purpose'],
    ['has too long a name', formOf({ file: new File(['x'], 'x'.repeat(256)), purpose: 'vision' }), 'file'],
  ])('an upload that %s is refused with the parameter', async (_name, form, param) => {
    const { caller } = testServer();
    expect(await caller.refusal('POST', '/files', form)).toMatchObject({ status: 400, param });
  });

  it('an upload as JSON or as a malformed form is refused', async () => {
    const { caller } = testServer();
    expect(await caller.refusal('POST', '/files', { purpose: 'assistants' })).toMatchObject({ status: 415 });
    expect(
      await caller.refusal('POST', '/files', 'nonsense', {
        'content-type': 'multipart/form-data; boundary=x',
      }),
    ).toMatchObject({ status: 400, code: 'invalid_form' });
  });
});

describe('an engine', () => {
  async function inputFor(image: Uint8Array<ArrayBuffer> | string): Promise<string | undefined> {
    let seen: Promise<string | undefined> | undefined;
    const engine = stepEngine(async ({ finish }, input) => {
      seen = input.resolveImage?.(fileId);
      finish();
    });
    const { caller } = testServer({ engine });
    const fileId = (await send(caller, image)).id;
    const run = await caller.ask('run', 'POST', '/threads/runs', { assistant_id: 'asst_demo' });
    await caller.runIn(run, 'completed', 'failed');
    return seen;
  }

  it('an engine can read an image file as a data URL, but no other file', async () => {
    expect(await inputFor(PNG)).toBe('data:image/png;base64,iVBORw0KGgo=');
    expect(await inputFor('text')).toBeUndefined();
  });
});
