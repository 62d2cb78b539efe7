import type {
  AssistantObject,
  CreateAssistantRequest,
  Metadata,
  ReasoningEffort,
  ToolResources,
} from '@threadkit/core';
import { type AssistantFormValues, type FormValueName, isChanged, toFormValues } from './form-values.ts';
import { LIMITS } from './limits.ts';
import type { Problem, Report } from './problem.ts';
import { readNumber } from './read-number.ts';
import { readFormat, readTools } from './read-tools.ts';

/** The request body for creating (with `model`) or modifying an assistant. */
export type AssistantBody = Omit<CreateAssistantRequest, 'model' | 'tool_resources'> & {
  model?: string;
  tool_resources?: ToolResources;
};

export interface ParsedFormValues {
  /** The changed fields in the format of the API. */
  readonly body: AssistantBody;
  /** Problems by path. If there are any, `body` must not be sent. */
  readonly problems: ReadonlyMap<string, Problem>;
  readonly isDirty: boolean;
}

/** The form fields that each API field is made of. */
const SOURCES: Readonly<Record<keyof AssistantBody, readonly FormValueName[]>> = {
  name: ['name'],
  description: ['description'],
  model: ['model'],
  instructions: ['instructions'],
  temperature: ['temperature'],
  top_p: ['topP'],
  reasoning_effort: ['reasoningEffort'],
  response_format: ['responseFormat', 'jsonSchema'],
  tools: ['codeInterpreter', 'fileSearch', 'maxResults', 'functions'],
  tool_resources: ['codeFiles', 'vectorStores'],
  metadata: ['metadata'],
};

/**
 * Converts the form state to a request body with only the fields that differ from the stored assistant. Fields that the
 * app's form omits, and changes made elsewhere in the meantime, are thereby kept.
 */
export function readFormValues(
  values: AssistantFormValues,
  stored: AssistantObject | undefined,
): ParsedFormValues {
  const before = toFormValues(stored);
  const problems = new Map<string, Problem>();
  const report: Report = (path, problem) => void (problems.has(path) || problems.set(path, problem));
  const fields = fieldReaders(values, stored, report);
  const changed = (Object.keys(SOURCES) as (keyof AssistantBody)[]).filter((field) =>
    SOURCES[field].some((key) => isChanged(values, before, key)),
  );
  const body = Object.fromEntries(changed.map((field) => [field, fields[field]()])) as AssistantBody;
  if (!stored && !changed.includes('model')) report('model', { kind: 'missing' });
  return { body, problems, isDirty: changed.length > 0 };
}

function fieldReaders(
  values: AssistantFormValues,
  stored: AssistantObject | undefined,
  report: Report,
): { readonly [F in keyof AssistantBody]-?: () => AssistantBody[F] } {
  const text = (path: 'name' | 'description' | 'instructions') => (): string | null => {
    if (values[path].length > LIMITS[path]) report(path, { kind: 'too-long', max: LIMITS[path] });
    return values[path] || null;
  };
  const number = (path: 'temperature' | 'topP') => (): number | null =>
    readNumber(values[path], { ...LIMITS[path], isWhole: false }, (problem) => report(path, problem));
  const search = stored?.tools.find((tool) => tool.type === 'file_search')?.file_search;
  return {
    name: text('name'),
    description: text('description'),
    instructions: text('instructions'),
    model() {
      if (values.model.trim() === '') report('model', { kind: 'missing' });
      return values.model.trim();
    },
    temperature: number('temperature'),
    top_p: number('topP'),
    reasoning_effort: () => (values.reasoningEffort || null) as ReasoningEffort | null,
    response_format: () => readFormat(values, report),
    tools: () => readTools(values, search, report),
    tool_resources: () => readResources(values, report),
    metadata: () => readMetadata(values, report),
  };
}

function readResources(values: AssistantFormValues, report: Report): ToolResources {
  const ids = (path: 'codeFiles' | 'vectorStores'): string[] => {
    const found = values[path].split(/[\s,]+/).filter(Boolean);
    if (found.length > LIMITS[path]) report(path, { kind: 'too-many', max: LIMITS[path] });
    return found;
  };
  return {
    code_interpreter: { file_ids: ids('codeFiles') },
    file_search: { vector_store_ids: ids('vectorStores') },
  };
}

function readMetadata({ metadata: pairs }: AssistantFormValues, report: Report): Metadata {
  // A `Map`, because a key may be the name of a built-in property.
  const metadata = new Map<string, string>();
  for (const { key, name, value } of pairs) {
    const path = `metadata.${key}`;
    // Skip a pair that was added and left empty.
    if (name.trim() === '' && value.trim() === '') continue;
    if (name.trim() === '') report(path, { kind: 'missing' });
    else if (metadata.has(name)) report(path, { kind: 'same-name' });
    else if (name.length > LIMITS.metadataKey) report(path, { kind: 'too-long', max: LIMITS.metadataKey });
    else if (value.length > LIMITS.metadataValue)
      report(path, { kind: 'too-long', max: LIMITS.metadataValue });
    metadata.set(name, value);
  }
  if (metadata.size > LIMITS.metadata) {
    report('metadata', { kind: 'too-many', max: LIMITS.metadata });
  }
  return Object.fromEntries(metadata);
}
