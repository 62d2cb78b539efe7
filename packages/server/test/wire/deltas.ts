import { z } from 'zod';
import { idOf } from './shared.ts';

const index = z.int().min(0).max(1024);
const detail = z.enum(['auto', 'low', 'high']).optional();
const range = { text: z.string(), start_index: z.int(), end_index: z.int() };
/** Hosted results and citations have an empty quote in deltas, and none in the final object. */
const quoted = z.strictObject({ file_id: z.string(), quote: z.literal('').optional() });

const annotation = z.discriminatedUnion('type', [
  z.strictObject({ index, type: z.literal('file_citation'), ...range, file_citation: quoted }),
  z.strictObject({
    index,
    type: z.literal('file_path'),
    ...range,
    file_path: z.strictObject({ file_id: z.string() }),
  }),
]);

const part = z.discriminatedUnion('type', [
  z.strictObject({
    index,
    type: z.literal('text'),
    text: z.strictObject({ value: z.string().optional(), annotations: z.array(annotation).optional() }),
  }),
  z.strictObject({ index, type: z.literal('refusal'), refusal: z.string() }),
  z.strictObject({
    index,
    type: z.literal('image_file'),
    image_file: z.strictObject({ file_id: z.string(), detail }),
  }),
  z.strictObject({
    index,
    type: z.literal('image_url'),
    image_url: z.strictObject({ url: z.string(), detail }),
  }),
]);

/** Without `id` in its `delta`, which the official SDK rejects. */
export const messageDelta = z.strictObject({
  id: idOf('msg'),
  object: z.literal('thread.message.delta'),
  delta: z.strictObject({ role: z.literal('assistant').optional(), content: z.array(part).min(1) }),
});

const id = idOf('call').optional();
const call = z.discriminatedUnion('type', [
  z.strictObject({
    index,
    id,
    type: z.literal('function'),
    function: z.strictObject({
      name: z.string().optional(),
      arguments: z.string().optional(),
      output: z.null().optional(),
    }),
  }),
  z.strictObject({
    index,
    id,
    type: z.literal('code_interpreter'),
    code_interpreter: z.strictObject({
      input: z.string().optional(),
      outputs: z
        .array(
          z.discriminatedUnion('type', [
            z.strictObject({ index, type: z.literal('logs'), logs: z.string() }),
            z.strictObject({
              index,
              type: z.literal('image'),
              image: z.strictObject({ file_id: z.string() }),
            }),
          ]),
        )
        .optional(),
    }),
  }),
  z.strictObject({
    index,
    id,
    type: z.literal('file_search'),
    file_search: z.record(z.string(), z.unknown()),
  }),
]);

/** Deltas of tool calls only: the schema's deltas of message steps are never sent. */
export const runStepDelta = z.strictObject({
  id: idOf('step'),
  object: z.literal('thread.run.step.delta'),
  delta: z.strictObject({
    step_details: z.strictObject({ type: z.literal('tool_calls'), tool_calls: z.array(call).min(1) }),
  }),
});
