import { badRequest, HttpError } from './http-error.ts';
import { readBytes } from './read-bytes.ts';

/** Allowance for the rest of the form: boundaries, names, a few short fields. */
const FORM_BYTES = 16 * 1024;

/** The multipart form of a request, whose file may have up to `maxBytes`. */
export async function readForm(request: Request, maxBytes: number): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    throw new HttpError(
      415,
      `Unsupported content type ${JSON.stringify(type)}. Send the file as a form, with the header 'Content-Type: multipart/form-data'.`,
      { code: 'unsupported_content_type' },
    );
  }
  const bytes = await readBytes(request, maxBytes + FORM_BYTES).catch((error: unknown) => {
    if (error instanceof HttpError && error.status === 413) throw fileTooLarge(maxBytes);
    throw error;
  });
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    throw badRequest(
      'We could not parse the multipart form of your request. Check its boundary and its end.',
      {
        code: 'invalid_form',
      },
    );
  }
}

/** The 413 for a file above `limits.fileBytes`. */
export function fileTooLarge(maxBytes: number): HttpError {
  return new HttpError(413, `File too large. Expected at most ${maxBytes} bytes.`, {
    param: 'file',
    code: 'file_too_large',
  });
}
