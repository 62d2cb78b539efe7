import { isRecord } from '../../shared/is-record.ts';
import { quotePassage } from './quote-passage.ts';

export interface ToolResult {
  readonly name: string;
  readonly arguments: string;
  readonly output: string;
}

const MAX_INLINE = 80;
const MAX_ROWS = 12;

/** Summarizes tool outputs in markdown. Values are shown as code, so that they are never interpreted. */
export function respondToOutputs(results: readonly ToolResult[]): string {
  const [only] = results;
  if (only && results.length === 1 && isBuiltIn(only)) return describe(only);
  const intro =
    results.length === 1
      ? `I called \`${results[0]?.name ?? 'the tool'}\`. Its output:`
      : `I called ${results.length} tools in parallel. Their outputs:`;
  const parts = results.map((result) =>
    results.length === 1 ? describe(result) : `### \`${result.name}\`\n\n${describe(result)}`,
  );
  return [intro, ...parts, closing(results)].join('\n\n');
}

function isBuiltIn({ name, output }: ToolResult): boolean {
  return isPassages(name, parse(output)) || isExecution(name, parse(output));
}

function isPassages(name: string, value: unknown): boolean {
  return name === 'file_search' && isRecord(value) && Array.isArray(value['passages']);
}

function isExecution(name: string, value: unknown): value is { readonly logs: string } {
  return name === 'code_interpreter' && isRecord(value) && typeof value['logs'] === 'string';
}

function describe({ name, arguments: given, output }: ToolResult): string {
  const value = parse(output);
  if (isPassages(name, value)) return quotePassage(given, value);
  if (isExecution(name, value)) return describeExecution(value.logs);
  if (isRecord(value)) {
    if (typeof value['error'] === 'string') {
      return `It reported an **error**: ${code(value['error'])}. You can try again.`;
    }
    return table(
      ['Field', 'Value'],
      Object.entries(value).map(([key, one]) => [code(key), code(show(one))]),
    );
  }
  if (Array.isArray(value)) return describeList(value);
  return output.trim() === '' ? '*An empty output.*' : code(typeof value === 'string' ? value : output);
}

/** What the code printed, and a link to each file that it says it has saved. */
function describeExecution(logs: string): string {
  const links = Array.from(
    logs.matchAll(/^Saved (\/[\w/.-]{1,200})$/gm),
    ([, path = '']) => `[${path.slice(path.lastIndexOf('/') + 1)}](sandbox:${path})`,
  );
  const printed =
    logs.trim() === '' ? 'I ran Python. It printed nothing.' : `I ran Python:${code(`${logs.trim()}\n`)}`;
  return links.length === 0 ? printed : `${printed}\n\nTo download: ${links.join(', ')}.`;
}

function describeList(values: readonly unknown[]): string {
  if (values.length === 0) return '*An empty list.*';
  const shown = values.slice(0, MAX_ROWS);
  const rest = values.length > shown.length ? `\n\n… and ${values.length - shown.length} more.` : '';
  const first = shown[0];
  if (shown.every(isRecord) && isRecord(first)) {
    const columns = Object.keys(first).slice(0, 4);
    return (
      table(
        columns,
        shown.map((row) => columns.map((column) => code(show(row[column])))),
      ) + rest
    );
  }
  return shown.map((value) => `- ${code(show(value))}`).join('\n') + rest;
}

function closing(results: readonly ToolResult[]): string {
  const names = results.map(
    ({ name, arguments: text }) => `\`${name}\` with ${code(text === '' ? '{}' : text)}`,
  );
  return `*I asked for ${names.join(', ')}. A step of this run keeps ${results.length === 1 ? 'the call with its output' : 'the calls with their outputs'}.*`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '*An empty object.*';
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A code span, or a fenced block for several lines; delimited by more backticks than the text contains. */
function code(text: string): string {
  const ticks = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  if (text === '') return '*empty*';
  if (text.length <= MAX_INLINE && !text.includes('\n')) {
    const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
    return `${ticks}${pad}${text}${pad}${ticks}`;
  }
  if (!text.includes('\n')) return `${ticks}${text}${ticks}`;
  const fence = ticks.padEnd(3, '`');
  return `\n\n${fence}\n${text}\n${fence}\n`;
}

function show(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\n', ' ');
  return JSON.stringify(value) ?? 'undefined';
}

function parse(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return output;
  }
}
