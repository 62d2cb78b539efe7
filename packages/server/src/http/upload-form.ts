import { streamOf } from '../shared/byte-stream.ts';
import type { BodyReader } from './body-reader.ts';
import { readPartNames } from './content-disposition.ts';
import { badRequest, HttpError } from './http-error.ts';
import { MultipartError, MultipartReader, readBoundary } from './multipart-reader.ts';

/** The rest of the form at the most: boundaries, names, a few short fields. Also that much of the fields is kept in memory. */
const FORM_BYTES = 16 * 1024;

interface UploadedFile {
  readonly name: string;
  /** Can be read once. Ends with the form, so that all fields are known by then. */
  readonly content: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** The content is at least this long. */
  readonly minBytes: number;
}

/** The multipart form of an upload, of which only the fields are kept in memory. */
export class UploadForm {
  /** The first file with the field name `file`. Undefined when the form has none. */
  readonly file: UploadedFile | undefined;
  /** The text fields before the file, and all of them once its content was read. The first of each name. */
  readonly fields: ReadonlyMap<string, string>;

  constructor(file: UploadedFile | undefined, fields: ReadonlyMap<string, string>) {
    this.file = file;
    this.fields = fields;
  }
}

/**
 * Reads the form of a request with these headers up to its file; the content of the file is read as it is consumed. It breaks off
 * with an `HttpError` when it is longer than `maxBytes`, or when the form cannot be parsed.
 */
export async function readUploadForm(
  headers: Headers,
  body: BodyReader,
  maxBytes: number,
): Promise<UploadForm> {
  const type = headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    throw new HttpError(
      415,
      `Unsupported content type ${JSON.stringify(type)}. Send the file as a form, with the header 'Content-Type: multipart/form-data'.`,
      { code: 'unsupported_content_type' },
    );
  }
  const formBytes = Number(headers.get('content-length') ?? 0);
  if (formBytes > maxBytes + FORM_BYTES) throw fileTooLarge(maxBytes);
  return explainingErrors(async () => {
    const form = new MultipartReader(readBoundary(type), chunksOf(body, maxBytes));
    const fields = new FormFields();
    const name = await readUntilFile(form, fields);
    if (name === undefined) return new UploadForm(undefined, fields.values);
    let fileBytes = 0;
    const content = streamOf(() =>
      explainingErrors(async () => {
        const chunk = await form.read();
        fileBytes += chunk?.byteLength ?? 0;
        if (fileBytes > maxBytes) throw fileTooLarge(maxBytes);
        if (!chunk) await readRest(form, fields);
        return chunk;
      }),
    );
    return new UploadForm({ name, content, minBytes: Math.max(0, formBytes - FORM_BYTES) }, fields.values);
  });
}

/** The text fields of a form, the first of each name. */
class FormFields {
  readonly values = new Map<string, string>();
  #length = 0;

  /** @throws MultipartError when all fields together are too long. */
  add(name: string, text: string): void {
    this.#length += name.length + text.length;
    if (this.#length > FORM_BYTES) throw new MultipartError('The fields are too long.');
    if (!this.values.has(name)) this.values.set(name, text);
  }
}

/** The 413 for a file above `limits.fileBytes`. */
export function fileTooLarge(maxBytes: number): HttpError {
  return new HttpError(413, `File too large. Expected at most ${maxBytes} bytes.`, {
    param: 'file',
    code: 'file_too_large',
  });
}

/** Reads fields until a part is the file, and returns its name; undefined at the end of the form. */
async function readUntilFile(form: MultipartReader, fields: FormFields): Promise<string | undefined> {
  for (;;) {
    const headers = await form.nextPart();
    if (headers === undefined) return undefined;
    const { name = '', filename } = readPartNames(headers);
    if (filename === undefined) fields.add(name, await readField(form));
    else if (name === 'file') return filename;
  }
}

/** Reads the fields after the file. Further files are left out. */
async function readRest(form: MultipartReader, fields: FormFields): Promise<void> {
  let file: string | undefined;
  do file = await readUntilFile(form, fields);
  while (file !== undefined);
}

async function readField(form: MultipartReader): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for (let chunk = await form.read(); chunk; chunk = await form.read()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > FORM_BYTES) throw new MultipartError('A field is too long.');
  }
  return text + decoder.decode();
}

/** The chunks of the body, as far as a form with a file of `maxBytes` can be long. */
function chunksOf(body: BodyReader, maxBytes: number): BodyReader['next'] {
  let bytes = 0;
  return async () => {
    const chunk = await body.next();
    bytes += chunk?.byteLength ?? 0;
    if (bytes > maxBytes + FORM_BYTES) throw fileTooLarge(maxBytes);
    return chunk;
  };
}

async function explainingErrors<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof MultipartError)) throw error;
    throw badRequest(`We could not parse the multipart form of your request. ${error.message}`, {
      code: 'invalid_form',
    });
  }
}
