import { isRecord } from '../is-record.ts';
import { type Example, fill, fillList, fillOnce } from './fill.ts';

const textOr =
  (other: unknown): Example =>
  (value) =>
    typeof value === 'string' && value !== '' ? value : other;
const nullOr =
  (example: Example): Example =>
  (value) =>
    isRecord(value) ? fill(example, value) : null;
/** Left out where the value is missing or null. */
const optional =
  (example: Example): Example =>
  (value) =>
    value ? fill(example, value) : undefined;
/** A text with JSON. Some hosts send the value itself: it is serialized. */
const jsonText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value ?? undefined) ?? '');

const file = { file_id: '' };
/** The member that is named like the type of a part, annotation, call, output or details. */
const BY_TYPE: { readonly [type: string]: Example } = {
  // Some hosts send the text itself.
  text: (value) => fill({ value: '', annotations: [annotation] }, isRecord(value) ? value : { value }),
  refusal: '',
  image_file: file,
  image_url: { url: '' },
  file_citation: file,
  file_path: file,
  function: { name: '', arguments: jsonText, output: (output) => (output == null ? null : jsonText(output)) },
  code_interpreter: { input: '', outputs: [typed] },
  file_search: {
    results: optional([{ file_id: '', file_name: '', score: 0, content: optional([{}]) }]),
  },
  logs: '',
  image: file,
  tool_calls: [call],
  message_creation: { message_id: '' },
  reasoning: { text: '' },
};

/** Objects of unknown types stay unchanged; objects without a type are dropped. */
function typed(value: unknown): unknown {
  const { type } = value as { readonly type?: unknown };
  if (typeof type !== 'string') return undefined;
  const example = Object.hasOwn(BY_TYPE, type) && BY_TYPE[type];
  return example === undefined || example === false ? value : fill({ [type]: example }, value);
}

function annotation(value: unknown): unknown {
  return typed(fill({ text: '', start_index: 0, end_index: 0 }, value));
}

/** Some hosts omit the type: a call with `function` is a function call. */
function call(value: unknown): unknown {
  const { edited_arguments: edited, ...rest } = fill({ id: '' }, value) as { edited_arguments?: unknown };
  return typed({
    type: isRecord(value) && value['function'] ? 'function' : undefined,
    ...rest,
    ...(edited ? { edited_arguments: jsonText(edited) } : {}),
  });
}

/** The index of a delta, by default its position. */
const indexed =
  (example: Example): Example =>
  (value) =>
    fillList(example, value).map((item, index) => ({ index, ...item }));

const usage = nullOr({ prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 });
const error = nullOr({ code: '', message: '' });
const tools: Example = [
  (tool) => fill(isRecord(tool) && tool['type'] === 'function' ? { function: { name: '' } } : {}, tool),
];

/** The members that readers rely on, by object. */
export const EXAMPLES: { readonly [kind: string]: Example } = {
  Message: {
    created_at: 0,
    role: textOr('assistant'),
    // A missing status and null mean the same.
    status: textOr(undefined),
    content: (value) => fillList(typed, typeof value === 'string' ? [{ type: 'text', text: value }] : value),
    assistant_id: textOr(null),
    run_id: textOr(null),
    attachments: optional([{}]),
  },
  MessageDelta: { content: indexed(typed) },
  Run: {
    created_at: 0,
    expires_at: (value) => (typeof value === 'number' ? value : null),
    required_action: nullOr({
      submit_tool_outputs: {
        // A call without an id cannot get an output, and a repeated call gets one output.
        tool_calls: (value) => fillOnce({ function: { name: '', arguments: jsonText } }, value),
      },
    }),
    last_error: error,
    incomplete_details: nullOr({}),
    tools,
    usage,
  },
  RunStep: (value) => {
    const step = fill(
      { created_at: 0, last_error: error, usage, step_details: {} },
      value,
    ) as StepWithDetails;
    // Missing details get the type of the step.
    const type = fill(textOr('message_creation'), step.step_details.type ?? step.type);
    return { ...step, step_details: typed({ ...step.step_details, type }) };
  },
  RunStepDelta: { step_details: { tool_calls: indexed(call), reasoning: optional({ text: '' }) } },
  Assistant: { tools },
};

interface StepWithDetails {
  readonly type?: unknown;
  readonly step_details: { readonly type?: unknown };
}
