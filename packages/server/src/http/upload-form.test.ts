import { describe, expect, it } from 'vitest';
import { readAllBytes, streamOf } from '../shared/byte-stream.ts';
import { createBodyReader } from './body-reader.ts';
import { readUploadForm as readForm, type UploadForm } from './upload-form.ts';

const BOUNDARY = 'boundary';
const CONTENT = '\r\n--bound\r\n--boundar\r\nÄ';
const part = (headers: string, content: string): string =>
  `--${BOUNDARY}\r\n${headers}\r\n\r\n${content}\r\n`;
const field = (name: string, value: string): string =>
  part(`Content-Disposition: form-data; name="${name}"`, value);
const file = (content: string, name = 'file'): string =>
  part(`Content-Disposition: form-data; name="${name}"; filename="契約書.txt"`, content);
const END = `--${BOUNDARY}--\r\n`;

/** A request whose body arrives in these chunks, and the number of chunks read so far. */
function requestOf(chunks: readonly Uint8Array<ArrayBuffer>[]): { request: Request; reads: () => number } {
  let reads = 0;
  const body = streamOf(async () => {
    reads += 1;
    return chunks[reads - 1];
  });
  const request = new Request('http://server/v1/files', {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body,
    duplex: 'half',
  } as RequestInit);
  return { request, reads: () => reads };
}

function inPieces(text: string, size: number): Uint8Array<ArrayBuffer>[] {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.slice(at * size, (at + 1) * size),
  );
}

async function textOf({ file: uploaded }: UploadForm): Promise<string | undefined> {
  return uploaded && new TextDecoder().decode(await readAllBytes(uploaded.content));
}

const readUploadForm = (request: Request, maxBytes: number): Promise<UploadForm> =>
  readForm(request.headers, createBodyReader(request, new AbortController().signal), maxBytes);
const read = (text: string, maxBytes = 1000): Promise<UploadForm> =>
  readUploadForm(requestOf(inPieces(text, 7)).request, maxBytes);

describe('an upload form', () => {
  it('the fields and the file are read, wherever the chunks of the body are cut', async () => {
    const text = field('purpose', 'assistants') + file(CONTENT) + field('after', 'é') + END;
    for (let size = 1; size <= text.length + 3; size += 1) {
      const form = await readUploadForm(requestOf(inPieces(text, size)).request, 1000);
      expect(form.file?.name).toBe('契約書.txt');
      expect(await textOf(form)).toBe(CONTENT);
      expect([...form.fields]).toEqual([
        ['purpose', 'assistants'],
        ['after', 'é'],
      ]);
    }
  });

  it('the content is read only as it is consumed', async () => {
    const text = file('x'.repeat(100_000)) + END;
    const { request, reads } = requestOf(inPieces(text, 1000));
    const { file: uploaded } = await readUploadForm(request, 200_000);
    expect(reads()).toBeLessThan(3);
    const reader = uploaded?.content.getReader();
    await reader?.read();
    expect(reads()).toBeLessThan(4);
  });

  it('other files, and a second file, are left out', async () => {
    const form = await read(file('other', 'icon') + file('first') + file('second') + END);
    expect(await textOf(form)).toBe('first');
  });

  it('a form without a file has its fields', async () => {
    const form = await read(field('purpose', 'assistants') + field('file', 'text') + END);
    expect(form.file).toBeUndefined();
    expect(form.fields.get('file')).toBe('text');
  });

  it('a file may be empty, and as long as allowed', async () => {
    expect(await textOf(await read(file('') + END))).toBe('');
    expect(await textOf(await read(file('x'.repeat(1000)) + END))).toHaveLength(1000);
  });

  it('a content of line breaks is read whole', async () => {
    const content = '\r'.repeat(100) + '\r\n'.repeat(100) + '\r\n--boundar'.repeat(10);
    expect(await textOf(await read(file(content) + END, 1000))).toBe(content);
  });

  const invalid = { status: 400, body: { error: { code: 'invalid_form' } } };

  it('a file that is too long breaks off with 413', async () => {
    const tooLong = { status: 413, body: { error: { code: 'file_too_large' } } };
    const form = await read(file('x'.repeat(1001)) + END);
    await expect(textOf(form)).rejects.toMatchObject(tooLong);
    // Also when it is not the file that is too long.
    await expect(read(file('x'.repeat(100_000), 'icon') + file('first') + END)).rejects.toMatchObject(
      tooLong,
    );
  });

  it.each([
    ['ends in the middle of the file', file('some text')],
    ['has no end', `${file('some text')}--${BOUNDARY}`],
  ])('a form that %s breaks off with 400', async (_, text) => {
    const reading = read(text).then(textOf);
    await expect(reading).rejects.toMatchObject(invalid);
  });

  it.each([
    ['has a field that is too long', field('purpose', 'x'.repeat(20_000)) + END],
    [
      'has many fields',
      Array.from({ length: 30 }, (_, at) => field(`f${at}`, 'x'.repeat(1000))).join('') + END,
    ],
    ['has no boundary', `--other\r\n\r\n--other--`],
    ['has headers that are too long', part(`Content-Disposition: ${'x'.repeat(20_000)}`, 'y') + END],
  ])('a form that %s is refused', async (_, text) => {
    await expect(read(text, 100_000)).rejects.toMatchObject(invalid);
  });
});
