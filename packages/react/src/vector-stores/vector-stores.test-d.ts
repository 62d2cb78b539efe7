import type { ThreadkitError, VectorStoreFileObject, VectorStoreObject } from '@threadkit/core';
import { expectTypeOf, test } from 'vitest';
import {
  useCreateVectorStoreFile,
  useUploadVectorStoreFile,
  useVectorStore,
  useVectorStoreFiles,
  useVectorStores,
} from './index.ts';

test('read hooks without select return the objects of the API', () => {
  expectTypeOf(useVectorStores().data).toEqualTypeOf<readonly VectorStoreObject[] | undefined>();
  expectTypeOf(useVectorStore({ vectorStoreId: 'vs_1' }).data).toEqualTypeOf<VectorStoreObject | undefined>();
  const files = useVectorStoreFiles({ vectorStoreId: 'vs_1' });
  expectTypeOf(files.data).toEqualTypeOf<readonly VectorStoreFileObject[] | undefined>();
  expectTypeOf(files.error).toEqualTypeOf<ThreadkitError | null>();
});

test('the result of select types data', () => {
  const vectorStoreId = 'vs_1';
  const names = useVectorStores({ query: { select: (all) => all.map(({ name }) => name) } });
  expectTypeOf(names.data).toEqualTypeOf<(string | null)[] | undefined>();
  const bytes = useVectorStore({ vectorStoreId, query: { select: (store) => store.usage_bytes } });
  expectTypeOf(bytes.data).toEqualTypeOf<number | undefined>();
  const count = useVectorStoreFiles({ vectorStoreId, query: { select: (all) => all.length } });
  expectTypeOf(count.data).toEqualTypeOf<number | undefined>();
});

test('mutations are typed by their data, variables and error', () => {
  useCreateVectorStoreFile({
    onMutate: ({ body }) => body.file_id,
    onError(error, _variables, fileId) {
      expectTypeOf(error).toEqualTypeOf<ThreadkitError>();
      expectTypeOf(fileId).toEqualTypeOf<string | undefined>();
    },
  });
  const { progress, mutate } = useUploadVectorStoreFile({
    onSuccess: (file) => expectTypeOf(file).toEqualTypeOf<VectorStoreFileObject>(),
  });
  expectTypeOf(progress).toEqualTypeOf<number | undefined>();
  // @ts-expect-error The id of the file is that of the upload.
  mutate({ vectorStoreId: 'vs_1', file: new File([], 'a.txt'), settings: { file_id: 'file_1' } });
});
