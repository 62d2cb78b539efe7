import { type FileAttributes, MAX_METADATA_VALUE_LENGTH } from '@threadkit/core/api';
import { type Check, invalidType, number, string } from './schema.ts';
import { pairs } from './shared-fields.ts';

const text = string({ max: MAX_METADATA_VALUE_LENGTH });
const finite = number();

const attributeValue: Check<FileAttributes[string]> = (value, path) => {
  if (typeof value === 'string') return text(value, path);
  if (typeof value === 'number') return finite(value, path);
  if (typeof value === 'boolean') return value;
  throw invalidType(path, 'a string, a number or a boolean', value);
};

/** Values of a file in a vector store, by which searches are limited. As many as of metadata, with the same lengths. */
export const fileAttributes: Check<FileAttributes> = pairs(attributeValue);
