/**
 * `fetch` on `XMLHttpRequest`, which reports upload progress. Progress is capped at `size`, the bytes of the content, because
 * the form around it is longer. Rejects as `fetch` does.
 */
export async function sendWithProgress(
  request: Request,
  size: number,
  onProgress: (sentBytes: number) => void,
): Promise<Response> {
  const { signal } = request;
  const body = await request.blob();
  signal.throwIfAborted();
  const xhr = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    const abort = (): void => xhr.abort();
    const fail = (): void => reject(new TypeError('There was no response to the upload.'));
    xhr.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? Math.min(size, Math.round((loaded / total) * size)) : 0),
    );
    xhr.addEventListener('load', () => resolve(toResponse(xhr)));
    xhr.addEventListener('error', fail);
    xhr.addEventListener('abort', () => reject(new DOMException('The upload was aborted.', 'AbortError')));
    xhr.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
    signal.addEventListener('abort', abort);
    xhr.open(request.method, request.url);
    xhr.withCredentials = request.credentials === 'include';
    xhr.responseType = 'blob';
    for (const [name, value] of request.headers) xhr.setRequestHeader(name, value);
    xhr.send(body);
  });
}

function toResponse(xhr: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const line of xhr.getAllResponseHeaders().split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const mayHaveBody = ![204, 205, 304].includes(xhr.status);
  return new Response(mayHaveBody ? (xhr.response as Blob) : null, { status: xhr.status, headers });
}
