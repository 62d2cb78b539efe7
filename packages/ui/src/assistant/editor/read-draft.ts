import type {
  AssistantObject,
  CreateAssistantRequest,
  Metadata,
  ReasoningEffort,
  ToolResources,
} from '@threadkit/core';
import { type AssistantDraft, type DraftKey, isChanged, toDraft } from './assistant-draft.ts';
import { LIMITS } from './limits.ts';
import type { Problem, Report } from './problem.ts';
import { readNumber } from './read-number.ts';
import { readFormat, readTools } from './read-tools.ts';

/** The request body for creating (with `model`) or modifying an assistant. */
export type AssistantBody = Omit<CreateAssistantRequest, 'model' | 'tool_resources'> & {
  model?: string;
  tool_resources?: ToolResources;
};

export interface DraftReading {
  /** The changed fields in the format of the API. */
  readonly body: AssistantBody;
  /** Problems by place. If there are any, `body` must not be sent. */
  readonly problems: ReadonlyMap<string, Problem>;
  readonly isDirty: boolean;
}

/** The form fields that each API field is made of. */
const SOURCES: Readonly<Record<keyof AssistantBody, readonly DraftKey[]>> = {
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
export function readDraft(draft: AssistantDraft, stored: AssistantObject | undefined): DraftReading {
  const before = toDraft(stored);
  const problems = new Map<string, Problem>();
  const report: Report = (place, problem) => void (problems.has(place) || problems.set(place, problem));
  const fields = fieldReaders(draft, stored, report);
  const changed = (Object.keys(SOURCES) as (keyof AssistantBody)[]).filter((field) =>
    SOURCES[field].some((key) => isChanged(draft, before, key)),
  );
  const body = Object.fromEntries(changed.map((field) => [field, fields[field]()])) as AssistantBody;
  if (!stored && !changed.includes('model')) report('model', { kind: 'missing' });
  return { body, problems, isDirty: changed.length > 0 };
}

function fieldReaders(
  draft: AssistantDraft,
  stored: AssistantObject | undefined,
  report: Report,
): { readonly [F in keyof AssistantBody]-?: () => AssistantBody[F] } {
  const text = (place: 'name' | 'description' | 'instructions') => (): string | null => {
    if (draft[place].length > LIMITS[place]) report(place, { kind: 'too-long', max: LIMITS[place] });
    return draft[place] || null;
  };
  const number = (place: 'temperature' | 'topP') => (): number | null =>
    readNumber(draft[place], { ...LIMITS[place], isWhole: false }, (problem) => report(place, problem));
  const search = stored?.tools.find((tool) => tool.type === 'file_search')?.file_search;
  return {
    name: text('name'),
    description: text('description'),
    instructions: text('instructions'),
    model() {
      if (draft.model.trim() === '') report('model', { kind: 'missing' });
      return draft.model.trim();
    },
    temperature: number('temperature'),
    top_p: number('topP'),
    reasoning_effort: () => (draft.reasoningEffort || null) as ReasoningEffort | null,
    response_format: () => readFormat(draft, report),
    tools: () => readTools(draft, search, report),
    tool_resources: () => readResources(draft, report),
    metadata: () => readMetadata(draft, report),
  };
}

function readResources(draft: AssistantDraft, report: Report): ToolResources {
  const ids = (place: 'codeFiles' | 'vectorStores'): string[] => {
    const found = draft[place].split(/[\s,]+/).filter(Boolean);
    if (found.length > LIMITS[place]) report(place, { kind: 'too-many', max: LIMITS[place] });
    return found;
  };
  return {
    code_interpreter: { file_ids: ids('codeFiles') },
    file_search: { vector_store_ids: ids('vectorStores') },
  };
}

function readMetadata({ metadata: pairs }: AssistantDraft, report: Report): Metadata {
  // A `Map`, because a key may be the name of a built-in property.
  const metadata = new Map<string, string>();
  for (const { key, name, value } of pairs) {
    const place = `metadata.${key}`;
    // Skip a pair that was added and left empty.
    if (name.trim() === '' && value.trim() === '') continue;
    if (name.trim() === '') report(place, { kind: 'missing' });
    else if (metadata.has(name)) report(place, { kind: 'same-name' });
    else if (name.length > LIMITS.metadataKey) report(place, { kind: 'too-long', max: LIMITS.metadataKey });
    else if (value.length > LIMITS.metadataValue)
      report(place, { kind: 'too-long', max: LIMITS.metadataValue });
    metadata.set(name, value);
  }
  if (metadata.size > LIMITS.metadata) {
    report('metadata', { kind: 'too-many', max: LIMITS.metadata });
  }
  return Object.fromEntries(metadata);
}
