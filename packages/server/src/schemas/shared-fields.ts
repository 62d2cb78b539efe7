import {
  type AssistantTool,
  MAX_FUNCTION_NAME_LENGTH,
  MAX_METADATA_KEY_LENGTH,
  MAX_METADATA_PAIRS,
  MAX_METADATA_VALUE_LENGTH,
  MAX_TEXT_LENGTH,
  type Metadata,
  type ReasoningEffort,
  type ResponseFormat,
  SEARCH_RESULTS_RANGE,
  TEMPERATURE_RANGE,
  TOP_P_RANGE,
} from '@threadkit/core/api';
import { badRequest } from '../http/http-error.ts';
import { invalid } from '../http/invalid-value.ts';
import { isRecord } from '../shared/is-record.ts';
import {
  anyObject,
  array,
  boolean,
  byType,
  type Check,
  invalidType,
  nullable,
  number,
  object,
  oneOf,
  optional,
  required,
  string,
} from './schema.ts';

/** An object with at most 16 properties, whose values are checked. */
export function pairs<T>(checkValue: Check<T>): Check<Record<string, T>> {
  return (value, path) => {
    if (!isRecord(value)) throw invalidType(path, 'an object', value);
    const entries = Object.entries(value);
    if (entries.length > MAX_METADATA_PAIRS) {
      throw invalid(
        path,
        'object_above_max_properties',
        'too many properties',
        `an object with at most ${MAX_METADATA_PAIRS} properties`,
        `an object with ${entries.length} properties`,
      );
    }
    return Object.fromEntries(
      entries.map(([key, item]) => {
        if (key.length > MAX_METADATA_KEY_LENGTH) {
          throw badRequest(
            `Invalid property name in '${path}': '${key}' is too long. Expected a string with maximum length ${MAX_METADATA_KEY_LENGTH}, but got a string with length ${key.length} instead.`,
            { param: path, code: 'string_above_max_length' },
          );
        }
        return [key, checkValue(item, `${path}.${key}`)];
      }),
    );
  };
}

export const metadata: Check<Metadata> = pairs(string({ max: MAX_METADATA_VALUE_LENGTH }));

/** Names are sent to models, which accept letters, digits, `_` and `-` only. */
const toolName: Check<string> = (value, path) => {
  const name = string({ min: 1, max: MAX_FUNCTION_NAME_LENGTH })(value, path);
  if (!/^[\w-]+$/.test(name)) {
    throw badRequest(
      `Invalid '${path}': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.`,
      { param: path, code: 'invalid_value' },
    );
  }
  return name;
};

const tool: Check<AssistantTool> = byType({
  code_interpreter: object({ type: required(oneOf('code_interpreter')) }),
  file_search: object({
    type: required(oneOf('file_search')),
    file_search: optional(
      object({
        max_num_results: optional(number({ ...SEARCH_RESULTS_RANGE, integer: true })),
        ranking_options: optional(
          object({
            score_threshold: required(number({ min: 0, max: 1 })),
            ranker: optional(oneOf('auto', 'default_2024_08_21')),
          }),
        ),
      }),
    ),
  }),
  function: object({
    type: required(oneOf('function')),
    function: required(
      object({
        name: required(toolName),
        description: optional(string()),
        parameters: optional(anyObject),
        strict: optional(nullable(boolean)),
      }),
    ),
  }),
});

export function tools(max: number): Check<AssistantTool[]> {
  return array(tool, { max });
}

const formatName = toolName;

const formatObject: Check<Exclude<ResponseFormat, 'auto'>> = byType({
  text: object({ type: required(oneOf('text')) }),
  json_object: object({ type: required(oneOf('json_object')) }),
  json_schema: object({
    type: required(oneOf('json_schema')),
    json_schema: required(
      object({
        name: required(formatName),
        description: optional(string()),
        schema: optional(anyObject),
        strict: optional(nullable(boolean)),
      }),
    ),
  }),
});

export const responseFormat: Check<ResponseFormat> = (value, path) =>
  value === 'auto' ? 'auto' : formatObject(value, path);

export const reasoningEffort: Check<ReasoningEffort> = oneOf(
  'none',
  'minimal',
  'low',
  'medium',
  'high',
  'xhigh',
  'max',
);

export const temperature = number(TEMPERATURE_RANGE);
export const topP = number(TOP_P_RANGE);
export const instructions = string({ max: MAX_TEXT_LENGTH });
