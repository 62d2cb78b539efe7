import { redact } from '../../shared/redact.ts';
import { asList, asObject, asText } from '../provider/json-values.ts';

const MAX_WARNINGS = 20;
const MAX_CHARS = 300;

/** Warnings of a `stream-start` part as sentences for the operator. */
export function readWarnings(warnings: unknown): readonly string[] {
  return asList(warnings)
    .slice(0, MAX_WARNINGS)
    .map((warning) => describe(asObject(warning)))
    .filter((sentence) => sentence !== '');
}

function describe(warning: Readonly<Record<string, unknown>>): string {
  const text = (member: string) => withoutContent(asText(warning[member]) ?? '');
  const after = (details: string) => (details === '' ? '.' : `: ${details}`);
  switch (warning['type']) {
    case 'unsupported':
      return `It does not support ${text('feature')}${after(text('details'))}`;
    case 'compatibility':
      return `It only emulates ${text('feature')}${after(text('details'))}`;
    case 'deprecated':
      return `It deprecates ${text('setting')}${after(text('message'))}`;
    default:
      return text('message');
  }
}

/** Some warnings end with the JSON of a part of the conversation. */
function withoutContent(text: string): string {
  const [before = ''] = text.slice(0, MAX_CHARS).split('{');
  return redact(before);
}
