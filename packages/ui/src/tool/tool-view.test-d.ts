import { defineTool, type ToolCallState } from '@threadkit/core';
import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { toolView } from './tool-view.ts';

const rollback = defineTool({
  name: 'rollback',
  parameters: z.object({ service: z.string(), drain: z.number().default(30) }),
  execute: () => ({ ok: true }),
});

test('label functions receive the type of the arguments', () => {
  toolView(rollback, {
    labels: {
      question: (args) => {
        expectTypeOf(args).toEqualTypeOf<{ service: string; drain?: number | undefined }>();
        return args.service;
      },
      detail: (args) => {
        expectTypeOf(args.service).toEqualTypeOf<string | undefined>();
        return '';
      },
    },
  });
});

test('a render function receives calls of its tool', () => {
  toolView(rollback, ({ call }) => {
    expectTypeOf(call).toEqualTypeOf<ToolCallState<typeof rollback>>();
    return call.state === 'submitted' && call.result.ok ? String(call.result.output.ok) : null;
  });
});

test('a tool that only the server has is named, and its arguments are unknown', () => {
  toolView('files__read_text_file', {
    labels: {
      detail: (args) => {
        expectTypeOf(args).toBeUnknown();
        return '';
      },
    },
    render: ({ call }) => {
      expectTypeOf(call).toEqualTypeOf<ToolCallState>();
      return call.name;
    },
  });
});

test('labels that read arguments of another tool are a type error', () => {
  toolView(rollback, {
    // @ts-expect-error the tool has no such argument
    labels: { question: (args) => args.city },
  });
});
