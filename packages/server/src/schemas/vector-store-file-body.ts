import type { CreateVectorStoreFileRequest } from '@threadkit/core/api';
import { badRequest } from '../http/http-error.ts';
import { chunkingStrategy } from './chunking-strategy.ts';
import { fileAttributes } from './file-attributes.ts';
import { array, type Check, nullable, object, optional, required, string } from './schema.ts';
import { MAX_ADDED_FILES } from './vector-store-body.ts';

const settings = {
  attributes: optional(nullable(fileAttributes)),
  chunking_strategy: optional(chunkingStrategy),
};

export const createVectorStoreFileBody = object({ file_id: required(string()), ...settings });

export const modifyVectorStoreFileBody = object({ attributes: required(nullable(fileAttributes)) });

const limits = { min: 1, max: MAX_ADDED_FILES };
const batchFields = object({
  file_ids: optional(array(string(), limits)),
  files: optional(array(createVectorStoreFileBody, limits)),
  ...settings,
});

/** The files of a batch with their own settings, each file once. */
export const createVectorStoreFileBatchBody: Check<readonly CreateVectorStoreFileRequest[]> = (
  value,
  path,
) => {
  const { file_ids: ids, files, ...common } = batchFields(value, path);
  if (ids && files) {
    throw badRequest(
      "Invalid request body: 'file_ids' and 'files' exclude each other. Expected one of them.",
      {
        param: 'files',
        code: 'invalid_value',
      },
    );
  }
  // Settings of the batch are for `file_ids` only.
  if (ids) return [...new Set(ids)].map((id) => ({ file_id: id, ...common }));
  if (files) return refuseRepeated(files);
  throw badRequest("Missing required parameter: 'file_ids', or 'files' with settings for each file.", {
    param: 'file_ids',
    code: 'missing_required_parameter',
  });
};

/** Files that are there twice may have different settings. */
function refuseRepeated(files: readonly CreateVectorStoreFileRequest[]) {
  const ids = new Set<string>();
  for (const [index, { file_id: id }] of files.entries()) {
    if (ids.has(id)) {
      throw badRequest(
        `Invalid 'files[${index}].file_id': '${id}' is in the list already. Give each file once.`,
        {
          param: `files[${index}].file_id`,
          code: 'invalid_value',
        },
      );
    }
    ids.add(id);
  }
  return files;
}
