import type { FileObject } from '@threadkit/core/api';
import { cleanFileName } from '../http/file-name.ts';
import { badRequest, type HttpError, notFound } from '../http/http-error.ts';
import { invalidValue } from '../http/invalid-value.ts';
import { jsonResponse } from '../http/json-response.ts';
import { parseInteger, readListParams } from '../http/read-query.ts';
import { readRange } from '../http/read-range.ts';
import { UploadForm } from '../http/upload-form.ts';
import { oneOf, string } from '../schemas/schema.ts';
import { readAllBytes } from '../shared/byte-stream.ts';
import { detectImageType } from '../shared/image-type.ts';
import type { Scope } from '../storage/storage.ts';
import type { Handlers, ServerContext } from './handler.ts';
import { listResponse } from './responses.ts';

/** The contract's limit of a list, and its default. */
const MAX_LISTED = 10_000;
const MIN_LIFETIME_S = 3600;
const MAX_LIFETIME_S = 30 * 24 * 3600;
/** Enough to recognize an image. */
const IMAGE_HEAD_BYTES = 64;
const MAX_NAME = 255;
const purposeOf = oneOf('assistants', 'vision', 'user_data');
const nameOf = string({ max: MAX_NAME });

export const fileHandlers: Handlers = {
  async createFile({ server, owner, quotas, body }) {
    const { file, fields } = readUpload(body);
    const id = server.newId('file');
    const filename = cleanFileName(nameOf(file.name, 'file'));
    const toFile = (bytes: number): FileObject => {
      const now = server.at();
      return {
        id,
        object: 'file',
        bytes,
        created_at: now,
        expires_at: expiresAt(fields, now),
        filename,
        purpose: readPurpose(fields),
        status: 'processed',
      };
    };
    // Fields may come after the file. Those before it are checked before its content is read.
    if (fields.has('purpose')) readPurpose(fields);
    const { content, minBytes } = file;
    return jsonResponse(await server.files.create({ owner }, { id, content, toFile, minBytes }, quotas));
  },

  async listFiles({ server, owner, query }) {
    const purpose = query.get('purpose');
    const params = {
      limit: MAX_LISTED,
      ...readListParams(query, MAX_LISTED),
      ...(purpose !== null && { purpose }),
    };
    return listResponse(await server.storage.files.list({ owner }, params), params);
  },

  async getFile({ server, owner, ids }) {
    const file = await server.storage.files.get({ owner }, ids.file_id);
    if (!file) throw notFound('file', ids.file_id);
    return jsonResponse(file);
  },

  async getFileContent({ server, owner, ids, headers }) {
    const scope = { owner };
    const file = await server.storage.files.get(scope, ids.file_id);
    if (!file) throw notFound('file', ids.file_id);
    const range = readRange(headers, file.bytes);
    const head = await readHead(server, scope, file);
    const content = head && (await server.files.getContent(scope, file.id, range));
    // Deleted meanwhile.
    if (!content) throw notFound('file', file.id);
    return new Response(content, {
      status: range ? 206 : 200,
      headers: {
        // Not the type the uploader declared: HTML or SVG opened in a tab would run scripts on this origin.
        'content-type': detectImageType(head) ?? 'application/octet-stream',
        'accept-ranges': 'bytes',
        ...(range && { 'content-range': `bytes ${range.start}-${range.end - 1}/${file.bytes}` }),
        'content-disposition': `attachment; filename*=UTF-8''${encodeName(cleanFileName(file.filename))}`,
        'content-length': String(range ? range.end - range.start : file.bytes),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  },

  async deleteFile({ server, owner, ids }) {
    const id = ids.file_id;
    if (!(await server.files.delete({ owner }, id))) throw notFound('file', id);
    return jsonResponse({ id, object: 'file', deleted: true });
  },
};

/** The first bytes of a file, by which its type is recognized. Undefined when the file is deleted meanwhile. */
async function readHead(
  { files, storage }: Pick<ServerContext, 'files' | 'storage'>,
  scope: Scope,
  { id, bytes }: FileObject,
): Promise<Uint8Array | undefined> {
  const content = await files.getContent(scope, id, { start: 0, end: Math.min(IMAGE_HEAD_BYTES, bytes) });
  try {
    return content && (await readAllBytes(content));
  } catch (error) {
    if (await storage.files.get(scope, id)) throw error;
    return undefined;
  }
}

function readUpload(body: unknown): UploadForm & { readonly file: object } {
  if (body instanceof UploadForm && body.file) return { file: body.file, fields: body.fields };
  throw missingField('file', ' Send it as a file of the form.');
}

function readPurpose(fields: UploadForm['fields']): FileObject['purpose'] {
  const purpose = fields.get('purpose');
  if (purpose === undefined) throw missingField('purpose');
  return purposeOf(purpose, 'purpose');
}

/** When a file expires that is uploaded at `now`, in Unix seconds; null for never. */
function expiresAt(fields: UploadForm['fields'], now: number): number | null {
  if (fields.has('expires_after')) {
    throw badRequest(
      "The form has one field 'expires_after', which is not read. Send two fields instead: 'expires_after[anchor]' with the text created_at, and 'expires_after[seconds]' with a number of seconds.",
      { param: 'expires_after', code: 'invalid_value' },
    );
  }
  const anchor = fields.get('expires_after[anchor]');
  const seconds = fields.get('expires_after[seconds]');
  if (anchor === undefined && seconds === undefined) return null;
  if (anchor !== 'created_at') {
    if (anchor === undefined) throw missingField('expires_after[anchor]');
    throw invalidValue('expires_after[anchor]', anchor, ['created_at']);
  }
  if (seconds === undefined) throw missingField('expires_after[seconds]');
  return now + parseInteger('expires_after[seconds]', seconds, { min: MIN_LIFETIME_S, max: MAX_LIFETIME_S });
}

function missingField(param: string, hint = ''): HttpError {
  return badRequest(`Missing required parameter: '${param}'.${hint}`, {
    param,
    code: 'missing_required_parameter',
  });
}

/** Encodes a name per RFC 8187, which excludes a few characters that `encodeURIComponent` leaves. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}
