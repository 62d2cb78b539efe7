import type { FileObject } from '@threadkit/core/api';
import { cleanFileName } from '../http/file-name.ts';
import { badRequest, type HttpError, notFound } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';
import { UploadForm } from '../http/upload-form.ts';
import { oneOf, string } from '../schemas/schema.ts';
import { peek } from '../shared/byte-stream.ts';
import { detectImageType } from '../shared/image-type.ts';
import type { Handlers } from './handler.ts';

const MAX_NAME = 255;
const purposeOf = oneOf('assistants', 'vision', 'user_data');
const nameOf = string({ max: MAX_NAME });

export const fileHandlers: Handlers = {
  async createFile({ server, owner, quotas, body }) {
    const { file, fields } = readUpload(body);
    const id = server.newId('file');
    const filename = cleanFileName(nameOf(file.name, 'file'));
    const toFile = (bytes: number): FileObject => ({
      id,
      object: 'file',
      bytes,
      created_at: server.at(),
      expires_at: null,
      filename,
      purpose: readPurpose(fields),
      status: 'processed',
    });
    // Fields may come after the file. Those before it are checked before its content is read.
    if (fields.has('purpose')) readPurpose(fields);
    const { content, minBytes } = file;
    return jsonResponse(
      await server.storage.createFile({ owner }, { id, content, toFile, minBytes }, quotas),
    );
  },

  async getFile({ server, owner, ids }) {
    const file = await server.storage.files.get({ owner }, ids.file_id);
    if (!file) throw notFound('file', ids.file_id);
    return jsonResponse(file);
  },

  async getFileContent({ server, owner, ids }) {
    const scope = { owner };
    const file = await server.storage.files.get(scope, ids.file_id);
    const content = file && (await server.storage.getFileContent(scope, ids.file_id));
    if (!content) throw notFound('file', ids.file_id);
    const { first, whole } = await peek(content);
    return new Response(whole, {
      headers: {
        // Not the type the uploader declared: HTML or SVG opened in a tab would run scripts on this origin.
        'content-type': detectImageType(first) ?? 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeName(cleanFileName(file.filename))}`,
        'content-length': String(file.bytes),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  },

  async deleteFile({ server, owner, ids }) {
    const id = ids.file_id;
    if (!(await server.storage.files.delete({ owner }, id))) throw notFound('file', id);
    return jsonResponse({ id, object: 'file', deleted: true });
  },
};

function readUpload(body: unknown): UploadForm & { readonly file: object } {
  if (body instanceof UploadForm && body.file) return { file: body.file, fields: body.fields };
  throw missingField('file', ' Send it as a file of the form.');
}

function readPurpose(fields: UploadForm['fields']): FileObject['purpose'] {
  const purpose = fields.get('purpose');
  if (purpose === undefined) throw missingField('purpose');
  return purposeOf(purpose, 'purpose');
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
