import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import { ThreadkitError } from '../errors/threadkit-error.ts';
import { toThreadkitError } from '../errors/to-threadkit-error.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Tool, ToolBehavior, ToolContext } from './tool.ts';
import { writeOutput } from './tool-output.ts';
import { findSchemaIssues, hasOtherKeywords } from './validate-json-schema.ts';

/** Tool options without their inferred types. */
export interface ErasedToolOptions {
  name: string;
  description?: string | undefined;
  parameters: StandardSchemaV1 | JsonSchema;
  jsonSchema?: JsonSchema | undefined;
  strict?: boolean | undefined;
  timeoutMs?: number | undefined;
  execute?: ((args: never, context: ToolContext) => unknown) | undefined;
  needsApproval?: boolean | ((args: never) => boolean | Promise<boolean>) | undefined;
  idempotent?: boolean | undefined;
  serialize?: ((output: never) => string) | undefined;
}

export function buildTool(options: ErasedToolOptions): Tool {
  if (!/^[\w-]{1,64}$/.test(options.name)) {
    throw new ThreadkitError(
      'config',
      `The tool name ${JSON.stringify(options.name)} cannot be sent: use 1 to 64 letters, digits, _ or -.`,
    );
  }
  return {
    name: options.name,
    description: options.description,
    jsonSchema: readJsonSchema(options),
    strict: options.strict ?? false,
    timeoutMs: options.timeoutMs,
    idempotent: options.idempotent ?? false,
    '~run': buildBehavior(options),
  };
}

function readJsonSchema({ name, parameters, jsonSchema }: ErasedToolOptions): JsonSchema {
  if (jsonSchema) return jsonSchema;
  if (!isStandardSchema(parameters)) return parameters;
  const standard = parameters['~standard'] as StandardSchemaV1.Props & Partial<StandardJSONSchemaV1.Props>;
  if (!standard.jsonSchema) {
    throw new ThreadkitError(
      'config',
      `The tool "${name}" has parameters made with ${standard.vendor}, which cannot be converted to JSON Schema. Pass one as jsonSchema.`,
    );
  }
  return standard.jsonSchema.input({ target: 'draft-2020-12' });
}

function buildBehavior(options: ErasedToolOptions): ToolBehavior {
  const { parameters, needsApproval = false, execute, serialize = writeOutput } = options;
  return {
    validate: (input) =>
      isStandardSchema(parameters) ? validateStandard(parameters, input) : validateJson(parameters, input),
    needsApproval: async (args) =>
      typeof needsApproval === 'function' ? needsApproval(args as never) : needsApproval,
    execute: execute as ToolBehavior['execute'],
    serialize,
  };
}

async function validateStandard(schema: StandardSchemaV1, input: unknown): Promise<unknown> {
  const result = await schema['~standard'].validate(input);
  if (!result.issues) return result.value;
  throw invalidArguments(
    result.issues.map(({ message, path }) => {
      const keys = (path ?? []).map((key) => (typeof key === 'object' ? key.key : key));
      return keys.length > 0 ? `${keys.join('.')}: ${message}` : message;
    }),
  );
}

async function validateJson(schema: JsonSchema, input: unknown): Promise<unknown> {
  const issues = findSchemaIssues(schema, input);
  if (issues.length === 0 && hasOtherKeywords(schema)) {
    const { checkJsonSchema } = await import('./check-json-schema.ts');
    issues.push(...checkSafely(() => checkJsonSchema(schema, input)));
  }
  if (issues.length > 0) throw invalidArguments(issues);
  return input;
}

/** A schema that cannot be applied rejects the call. */
function checkSafely(check: () => readonly string[]): readonly string[] {
  try {
    return check();
  } catch (error) {
    return [`its schema cannot be applied (${toThreadkitError(error, 'tool').message})`];
  }
}

function invalidArguments(issues: readonly string[]): ThreadkitError {
  return new ThreadkitError('tool', `The arguments do not fit the tool: ${issues.join('; ')}.`);
}

function isStandardSchema(parameters: StandardSchemaV1 | JsonSchema): parameters is StandardSchemaV1 {
  return '~standard' in parameters;
}
