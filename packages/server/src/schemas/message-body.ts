import { MAX_ATTACHMENTS, MAX_TEXT_LENGTH, type MessagePartParam } from '@threadkit/core/api';
import { badRequest } from '../http/http-error.ts';
import { array, byType, type Check, nullable, object, oneOf, optional, required, string } from './schema.ts';
import { metadata } from './shared-fields.ts';

const text = string({ max: MAX_TEXT_LENGTH });
const detail = optional(oneOf('auto', 'low', 'high'));

/** Engines forward the URL and pages may display it, so schemes that run code or read local files are refused. */
const imageUrl: Check<string> = (value, path) => {
  const url = string()(value, path);
  if (/^https?:\/\/|^data:image\//i.test(url)) return url;
  throw badRequest(
    `Invalid '${path}': unsupported address. Expected one that begins with 'https://', 'http://' or 'data:image/'.`,
    { param: path, code: 'invalid_value' },
  );
};

const part: Check<MessagePartParam> = byType({
  text: object({ type: required(oneOf('text')), text: required(text) }),
  image_file: object({
    type: required(oneOf('image_file')),
    image_file: required(object({ file_id: required(string()), detail })),
  }),
  image_url: object({
    type: required(oneOf('image_url')),
    image_url: required(object({ url: required(imageUrl), detail })),
  }),
});

const parts = array(part, { min: 1 });

const content: Check<string | MessagePartParam[]> = (value, path) =>
  typeof value === 'string' ? text(value, path) : parts(value, path);

const attachment = object({
  file_id: optional(string()),
  tools: optional(
    array(
      byType({
        code_interpreter: object({ type: required(oneOf('code_interpreter')) }),
        file_search: object({ type: required(oneOf('file_search')) }),
      }),
    ),
  ),
});

export const createMessageBody = object({
  role: required(oneOf('user', 'assistant')),
  content: required(content),
  attachments: optional(nullable(array(attachment, { max: MAX_ATTACHMENTS }))),
  metadata: optional(nullable(metadata)),
});

export const modifyMessageBody = object({ metadata: optional(nullable(metadata)) });
