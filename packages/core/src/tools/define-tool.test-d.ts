import * as v from 'valibot';
import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { defineTool } from './define-tool.ts';
import type { ToolCallState } from './tool-call.ts';

const wipe = defineTool({
  name: 'wipe',
  parameters: z.object({ path: z.string(), depth: z.coerce.number<string>().default(1) }),
  needsApproval: (args) => {
    expectTypeOf(args).toEqualTypeOf<{ path: string; depth: number }>();
    return args.path !== '/';
  },
  execute: async (args, context) => {
    expectTypeOf(args).toEqualTypeOf<{ path: string; depth: number }>();
    context.signal.throwIfAborted();
    return `deleted ${args.path}`;
  },
});

const weather = defineTool({
  name: 'weather',
  execute: ({ city, unit, days }) => {
    expectTypeOf(city).toEqualTypeOf<string>();
    expectTypeOf(unit).toEqualTypeOf<'c' | 'f' | undefined>();
    expectTypeOf(days).toEqualTypeOf<number[]>();
    return { celsius: 3, city };
  },
  parameters: {
    type: 'object',
    properties: {
      city: { type: 'string' },
      unit: { enum: ['c', 'f'] },
      days: { type: 'array', items: { type: 'integer' } },
      note: { type: ['string', 'null'] },
    },
    required: ['city', 'days', 'note'],
  },
});

type Call = ToolCallState<typeof wipe | typeof weather>;

test('a schema gives execute its validated arguments and the call its raw ones', () => {
  const read = (call: Call): void => {
    if (call.name === 'wipe' && call.state === 'waiting') {
      expectTypeOf(call.args.depth).toEqualTypeOf<string | undefined>();
      call.approve({ path: '/notes' });
      call.approve();
      call.addToolOutput('text');
      // @ts-expect-error the output of wipe is a string
      call.addToolOutput(3);
      // @ts-expect-error path is a string
      call.approve({ path: 1 });
    }
    if (call.name === 'weather') {
      if (call.state === 'streaming') {
        expectTypeOf(call.args).toEqualTypeOf<{
          city?: string;
          days?: number[];
          unit?: 'c' | 'f';
          note?: string | null;
        }>();
      }
      if (call.state === 'settled' && call.result.ok) {
        expectTypeOf(call.result.output).toEqualTypeOf<{ celsius: number; city: string }>();
      }
      if (call.state === 'waiting') expectTypeOf(call.args.note).toEqualTypeOf<string | null>();
    }
  };
  expectTypeOf(read).toBeFunction();
});

test('a tool without execute compiles and keeps its literal name type', () => {
  const pick = defineTool({ name: 'pick', parameters: { type: 'object', properties: {} } });
  expectTypeOf(pick.name).toEqualTypeOf<'pick'>();
});

test('a schema without JSON Schema requires the jsonSchema option', () => {
  const parameters = v.object({ sides: v.number() });
  const roll = defineTool({
    name: 'roll',
    parameters,
    jsonSchema: { type: 'object' },
    execute: ({ sides }) => sides * 2,
  });
  expectTypeOf(roll.name).toEqualTypeOf<'roll'>();
  // @ts-expect-error jsonSchema is missing
  defineTool({ name: 'roll', parameters, execute: ({ sides }) => sides });
});

test('an argument that is missing in the schema does not compile', () => {
  // @ts-expect-error nope is not an argument
  defineTool({ name: 'x', parameters: z.object({ a: z.string() }), execute: ({ nope }) => nope });
});
