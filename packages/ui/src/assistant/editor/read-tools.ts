import type { AssistantTool, FileSearchTool, FunctionDefinition, ResponseFormat } from '@threadkit/core';
import { isRecord } from '@threadkit/core/internal';
import type { AssistantFormValues } from './form-values.ts';
import { LIMITS } from './limits.ts';
import type { Problem, Report } from './problem.ts';
import { readJsonObject } from './read-json-object.ts';
import { readNumber } from './read-number.ts';

/** Models accept only letters, digits, `_` and `-` in function names. */
const NAME = /^[\w-]{1,64}$/;

/** The tools in the format of the API. Options that the form does not show, such as `ranking_options`, are kept. */
export function readTools(
  values: AssistantFormValues,
  stored: FileSearchTool['file_search'],
  report: Report,
): AssistantTool[] {
  const tools: AssistantTool[] = [];
  if (values.codeInterpreter) tools.push({ type: 'code_interpreter' });
  if (values.fileSearch) tools.push(readSearch(values, stored, report));
  const names = new Set<string>();
  for (const { key, text } of values.functions) {
    const read = readFunction(text);
    if ('problem' in read) report(`functions.${key}`, read.problem);
    else if (names.has(read.value.name)) report(`functions.${key}`, { kind: 'same-name' });
    else {
      names.add(read.value.name);
      tools.push({ type: 'function', function: read.value });
    }
  }
  if (tools.length > LIMITS.tools) report('functions', { kind: 'too-many', max: LIMITS.tools });
  return tools;
}

function readSearch(
  { maxResults }: AssistantFormValues,
  stored: FileSearchTool['file_search'],
  report: Report,
): FileSearchTool {
  const { max_num_results: _, ...others } = stored ?? {};
  const max = readNumber(maxResults, { ...LIMITS.maxResults, isWhole: true }, (problem) =>
    report('maxResults', problem),
  );
  const options = { ...others, ...(max === null ? {} : { max_num_results: max }) };
  return Object.keys(options).length > 0
    ? { type: 'file_search', file_search: options }
    : { type: 'file_search' };
}

/** Parses the JSON of a function's definition. Checks its name only; the backend checks the other members. */
export function readFunction(text: string): { value: FunctionDefinition } | { problem: Problem } {
  const read = readJsonObject(text);
  if ('problem' in read) return read;
  const { name, parameters } = read.value;
  if (typeof name !== 'string' || !NAME.test(name)) return { problem: { kind: 'bad-name' } };
  if (parameters !== undefined && !isRecord(parameters)) return { problem: { kind: 'no-parameters' } };
  return { value: read.value as unknown as FunctionDefinition };
}

/** The response format in the format of the API; `null` if its JSON is invalid. */
export function readFormat(
  { responseFormat, jsonSchema }: AssistantFormValues,
  report: Report,
): ResponseFormat | null {
  if (responseFormat === 'auto') return 'auto';
  if (responseFormat !== 'json_schema') return { type: responseFormat };
  const read = readJsonObject(jsonSchema);
  if ('problem' in read) {
    report('jsonSchema', jsonSchema.trim() === '' ? { kind: 'missing' } : read.problem);
    return null;
  }
  const { name } = read.value;
  if (typeof name !== 'string' || !NAME.test(name)) {
    report('jsonSchema', { kind: 'bad-name' });
    return null;
  }
  return { type: 'json_schema', json_schema: { ...read.value, name } };
}
