import { asText, type JsonObject, parseJson } from '../provider/json-values.ts';
import type { WholeCall } from './function-calls.ts';
import type { KeptPart } from './kept-content.ts';
import { readMetadata, toJson } from './provider-metadata.ts';

type HostedCallPart = Extract<KeptPart, { type: 'tool-call' }>;
type ToolResultPart = Extract<KeptPart, { type: 'tool-result' }>;
type CustomPart = Extract<KeptPart, { type: 'custom' }>;
/** Providers read results of their own tools in these forms only. */
type Output = Extract<ToolResultPart['output'], { type: 'json' | 'error-json' }>;

export function toHostedCallPart({ id, name, input, metadata }: WholeCall): HostedCallPart {
  return {
    type: 'tool-call',
    toolCallId: id,
    toolName: name,
    input: parseJson(input) ?? input,
    providerExecuted: true,
    ...(metadata && { providerOptions: metadata }),
  };
}

/** Undefined when the part has no name. */
export function toHostedResultPart(part: JsonObject): (ToolResultPart & { output: Output }) | undefined {
  const toolName = asText(part['toolName']);
  if (toolName === undefined) return undefined;
  const metadata = readMetadata(part['providerMetadata']);
  return {
    type: 'tool-result',
    toolCallId: idOf(part['toolCallId']),
    toolName,
    output: {
      type: part['isError'] === true ? 'error-json' : 'json',
      // A copy that was made from JSON.
      value: (toJson(part['result']) ?? null) as Output['value'],
    },
    ...(metadata && { providerOptions: metadata }),
  };
}

/** Undefined when its kind has not the form `provider.kind`. */
export function toCustomPart(part: JsonObject): CustomPart | undefined {
  const kind = asText(part['kind']);
  if (!isKind(kind)) return undefined;
  const metadata = readMetadata(part['providerMetadata']);
  return { type: 'custom', kind, ...(metadata && { providerOptions: metadata }) };
}

function isKind(kind: string | undefined): kind is CustomPart['kind'] {
  return kind?.includes('.') ?? false;
}

export function idOf(value: unknown): string {
  return asText(value) ?? '';
}

/** The JSON text of an input. Some providers send an object instead. */
export function inputOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const json = toJson(value);
  return json === undefined || json === null ? '' : JSON.stringify(json);
}
