import type { AssistantObject, FunctionTool, ResponseFormat } from '@threadkit/core';

export interface FunctionFormValues {
  /** React key: the index in the list changes. */
  readonly key: string;
  /** The function as JSON: name, description, parameters, strict. */
  readonly text: string;
}

export interface MetadataFormValues {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

export type FormatKind = 'auto' | 'text' | 'json_object' | 'json_schema';

/** Form state of an assistant: texts as typed, including invalid numbers and JSON. */
export interface AssistantFormValues {
  readonly name: string;
  readonly description: string;
  readonly instructions: string;
  readonly model: string;
  /** Empty for the model's default. */
  readonly temperature: string;
  readonly topP: string;
  /** A `ReasoningEffort`, or empty for the model's default. */
  readonly reasoningEffort: string;
  readonly responseFormat: FormatKind;
  /** With `json_schema`: its name, schema and strictness as JSON. */
  readonly jsonSchema: string;
  readonly codeInterpreter: boolean;
  readonly fileSearch: boolean;
  /** Empty for the backend's default. */
  readonly maxResults: string;
  readonly functions: readonly FunctionFormValues[];
  /** Ids, one per line. */
  readonly codeFiles: string;
  readonly vectorStores: string;
  readonly metadata: readonly MetadataFormValues[];
}

export type FormValueName = keyof AssistantFormValues;

const NEW: AssistantFormValues = {
  name: '',
  description: '',
  instructions: '',
  model: '',
  temperature: '',
  topP: '',
  reasoningEffort: '',
  responseFormat: 'auto',
  jsonSchema: '',
  codeInterpreter: false,
  fileSearch: false,
  maxResults: '',
  functions: [],
  codeFiles: '',
  vectorStores: '',
  metadata: [],
};

const toText = (value: unknown): string => JSON.stringify(value, null, 2);
const toNumberText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** The form state of a stored assistant, or of a new one. */
export function toFormValues(assistant: AssistantObject | undefined): AssistantFormValues {
  if (!assistant) return NEW;
  const { tools, tool_resources: resources, response_format: format } = assistant;
  const search = tools.find((tool) => tool.type === 'file_search');
  return {
    name: assistant.name ?? '',
    description: assistant.description ?? '',
    instructions: assistant.instructions ?? '',
    model: assistant.model,
    temperature: toNumberText(assistant.temperature),
    topP: toNumberText(assistant.top_p),
    reasoningEffort: assistant.reasoning_effort ?? '',
    responseFormat: kindOf(format),
    jsonSchema:
      typeof format === 'object' && format?.type === 'json_schema' ? toText(format.json_schema) : '',
    codeInterpreter: tools.some((tool) => tool.type === 'code_interpreter'),
    fileSearch: search !== undefined,
    maxResults: toNumberText(search?.file_search?.max_num_results),
    functions: tools
      .filter((tool): tool is FunctionTool => tool.type === 'function')
      .map((tool, index) => ({ key: `stored-${index}`, text: toText(tool.function) })),
    codeFiles: (resources?.code_interpreter?.file_ids ?? []).join('\n'),
    vectorStores: (resources?.file_search?.vector_store_ids ?? []).join('\n'),
    metadata: Object.entries(assistant.metadata ?? {}).map(([name, value]) => ({
      key: `stored-${name}`,
      name,
      value,
    })),
  };
}

function kindOf(format: ResponseFormat | null | undefined): FormatKind {
  return typeof format === 'object' && format !== null ? format.type : 'auto';
}

/** Whether a field differs from its stored value. */
export function isChanged(
  values: AssistantFormValues,
  stored: AssistantFormValues,
  key: FormValueName,
): boolean {
  return contentOf(values[key]) !== contentOf(stored[key]);
}

function contentOf(value: AssistantFormValues[FormValueName]): unknown {
  if (typeof value !== 'object') return value;
  return JSON.stringify(value, (name, part: unknown) => (name === 'key' ? undefined : part));
}
