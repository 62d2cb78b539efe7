import type { DeletedFile, FileObject } from '../api/file.ts';
import { FILE_OPERATIONS } from '../api/file-operations.ts';
import type { ListPage } from '../api/page.ts';
import type { FilesApi, UploadOptions } from './assistants-api.ts';
import type { BackendInfo } from './backend-info.ts';
import type { ClientOptions } from './client-options.ts';
import type { createHttpTransport as CreateTransport } from './http-transport.ts';
import { sendWithProgress } from './send-with-progress.ts';

/**
 * Files with the client's base URL, headers and retries. `createHttpTransport` is passed in, because the client has loaded
 * it already and this lazy file must not bring a copy.
 */
export function createFiles(
  createHttpTransport: typeof CreateTransport,
  client: ClientOptions,
  ...rest: [environment: NonNullable<ClientOptions['environment']>, backend: BackendInfo]
): FilesApi {
  const [createFile, getFile, getFileContent, deleteFile, listFiles] = FILE_OPERATIONS;
  const transport = createHttpTransport(client, ...rest);
  return {
    async upload(file, options = {}) {
      options.signal?.throwIfAborted();
      const { onProgress = () => {} } = options;
      const form = toForm(file, options);
      onProgress(0);
      // `fetch` reports no upload progress; a custom `fetch` of the client is not bypassed.
      const canReportProgress = options.onProgress && !client.fetch && typeof XMLHttpRequest === 'function';
      // The form replaces the JSON body and sets its own content type with its boundary.
      const fetch = (request: Request): Promise<Response> => {
        const withForm = new Request(request, { method: 'POST', body: form });
        if (canReportProgress) return sendWithProgress(withForm, file.size, onProgress);
        return client.fetch ? client.fetch(withForm) : globalThis.fetch(withForm);
      };
      const uploader = createHttpTransport({ ...client, fetch }, ...rest);
      const created = await uploader.read(createFile, { ids: [] }, options);
      onProgress(file.size);
      return created as FileObject;
    },
    list: async (query = {}, options = {}) =>
      (await transport.read(listFiles, { ids: [], query }, options)) as ListPage<FileObject>,
    get: async (fileId, options = {}) =>
      (await transport.read(getFile, { ids: [fileId] }, options)) as FileObject,
    content: async (fileId, options = {}) =>
      (await transport.read(getFileContent, { ids: [fileId] }, options, 'blob')) as Blob,
    delete: async (fileId, options = {}) =>
      (await transport.read(deleteFile, { ids: [fileId] }, options)) as DeletedFile,
  };
}

function toForm(file: Blob, { name, purpose }: UploadOptions): FormData {
  const ownName = 'name' in file && typeof file.name === 'string' ? file.name : '';
  const form = new FormData();
  form.append('purpose', purpose ?? (file.type.startsWith('image/') ? 'vision' : 'assistants'));
  form.append('file', file, name ?? (ownName === '' ? 'file' : ownName));
  return form;
}
