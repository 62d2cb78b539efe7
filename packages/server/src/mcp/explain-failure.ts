import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { isRecord } from '../shared/is-record.ts';
import { redact } from '../shared/redact.ts';
import { hideSecrets } from './hide-secrets.ts';
import type { FailureKind } from './mcp-failure.ts';
import type { ProgramReport } from './open-program.ts';
import type { McpSettings } from './read-mcp-options.ts';

const MAX_QUOTED = 1000;
/** Characters of the body of a refusal. */
const MAX_REFUSAL = 200;
const RUN_IT = 'Execute its command in a terminal to see why.';

/** What is known about the connection of a failed request. */
export interface FailureContext {
  readonly settings: Pick<McpSettings, 'server' | 'messageBytes'>;
  /** The time limit of the request, in milliseconds, and the option that sets it. */
  readonly limitMs: number;
  readonly limitedBy: 'connectTimeoutMs' | 'timeoutMs';
  /** Of a server that is a program. */
  readonly program?: ProgramReport | undefined;
  /** A message was too large. */
  readonly isTooLarge?: boolean | undefined;
}

interface Explanation {
  readonly what: string;
  readonly remedy: string;
}

/**
 * What happened to a request that has no response, and what to do, for the log: the status of HTTP, or the exit code and the last output
 * of the program, without control characters and without what the MCP server was given.
 */
export function explainFailure(error: unknown, context: FailureContext): string {
  const { what, remedy } = explain(error, context);
  return `${what}${outputOf(context)}. ${remedy}`;
}

/** Codes that only a connection has that was never made. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether the MCP server can have got a request that was sent. */
export function kindOfFailure(error: unknown): FailureKind {
  if (isTimeout(error)) return 'late';
  if (isNotConnected(error)) return 'not-executed';
  const status = statusOf(error);
  // Refused by what received it, other than 408: that may have passed it on.
  return status !== undefined && status >= 300 && status < 500 && status !== 408 ? 'not-executed' : 'lost';
}

/** Whether the MCP server has responded with the error, rather than the SDK. */
export function isResponse(error: unknown): boolean {
  return error instanceof McpError && !isTimeout(error) && !hasCode(error, ErrorCode.ConnectionClosed);
}

/** Whether a transport reports that it gave up a message because of its size. */
export function isTooLargeError({ message }: Error): boolean {
  return /exceeded maximum size|sent more than/.test(message);
}

function explain(error: unknown, context: FailureContext): Explanation {
  const { settings, limitMs, limitedBy, program, isTooLarge } = context;
  if (isTooLarge || (error instanceof Error && isTooLargeError(error))) {
    return {
      what: `it sent a message of more than ${settings.messageBytes} bytes`,
      remedy: 'Raise messageBytes, or let its tools return less.',
    };
  }
  // A program that has ended is the reason, although a child of it may still hold its output open.
  if (isTimeout(error) && !program?.end) {
    const what = `it did not respond within ${limitMs} ms`;
    if (limitedBy === 'timeoutMs') return { what, remedy: 'Raise timeoutMs of the tool if it needs longer.' };
    return {
      what,
      remedy: program
        ? `${RUN_IT} Raise connectTimeoutMs only if it needs longer to start, for example because npx downloads it.`
        : 'Check that it runs, and that url is that of its MCP endpoint.',
    };
  }
  const explained = program ? explainProgram(error, program) : explainHttp(error, context);
  if (explained) return explained;
  if (hasCode(error, ErrorCode.ConnectionClosed)) {
    return {
      what: 'the connection was lost before its response',
      remedy: 'Look for the reason in its log, and for a time limit in proxies in between.',
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { what: quote(message, settings), remedy: 'Look for the reason in its log.' };
}

function explainProgram(error: unknown, { end }: ProgramReport): Explanation | undefined {
  const code = codeOf(error);
  if (code !== undefined) {
    return {
      what: `its program cannot be started (${code})`,
      remedy:
        code === 'ENOENT'
          ? 'Check command and cwd: the program is not installed, or the folder does not exist. Arguments belong into args.'
          : 'Check command and cwd.',
    };
  }
  if (!end) return undefined;
  return {
    what:
      end.signal === null
        ? `its program ended with exit code ${end.exitCode}`
        : `its program was ended by ${end.signal}`,
    remedy: RUN_IT,
  };
}

function explainHttp(error: unknown, { settings }: FailureContext): Explanation | undefined {
  const status = statusOf(error);
  if (status !== undefined && error instanceof Error) {
    const said = saidWith(error.message, status, settings);
    return {
      what: `it responded with HTTP status ${status}${said === '' ? '' : `: ${said}`}`,
      remedy: remedyFor(status),
    };
  }
  const code = networkCodeOf(error);
  if (code === undefined) return undefined;
  return { what: `it cannot be reached (${code})`, remedy: 'Check that it runs, and its url.' };
}

/**
 * What a response said besides its status. The body of a refusal says what is wrong with the request: its first line is quoted, without
 * what looks like a secret. That of a failure is for those who operate the MCP server, and is left out: it may contain anything.
 */
function saidWith(message: string, status: number, settings: FailureContext['settings']): string {
  if (status >= 500) return '';
  // Written by the transport, before the body of the response.
  const body = message.replace(/^Streamable HTTP error: (Error POSTing to endpoint: )?/, '').trim();
  if (body === '' || body === 'null') return '';
  // Of a redirect, the transport's own text with the address.
  if (status < 400) return quote(body, settings);
  const [line = ''] = withoutControls(hideSecrets(body, settings)).split(' | ');
  const safe = redact(hideSecrets(line, settings));
  return JSON.stringify(safe.length > MAX_REFUSAL ? `${safe.slice(0, MAX_REFUSAL)}…` : safe);
}

function remedyFor(status: number): string {
  if (status === 401 || status === 403) return 'Check its credentials in headers: it does not accept them.';
  if (status === 404 || status === 405)
    return 'Check url: it has to be that of the MCP endpoint, with its path.';
  if (status === 429) return 'It limits requests: wait, or raise its limit.';
  if (status < 400) return 'Set url to the address that it redirects to, if you trust it.';
  return status < 500 ? 'Check url and headers.' : 'Look for the reason in its log.';
}

/** Appended to what happened. */
function outputOf({ program, settings }: FailureContext): string {
  if (!program) return '';
  const { hasOtherOutput, lastLines } = program;
  const stray = hasOtherOutput ? ['wrote text to its standard output, which is for MCP messages only,'] : [];
  const wrote = [...stray, ...(lastLines === '' ? [] : [`wrote ${quote(lastLines, settings)}`])].join(
    ' and ',
  );
  return wrote === '' ? '' : `, and ${wrote.replace(/,$/, '')}`;
}

/** On one line, without secrets and control characters, and its end when it is long. */
function quote(text: string, { server }: FailureContext['settings']): string {
  // Again after the control characters, which may have been within a secret.
  const safe = hideSecrets(withoutControls(hideSecrets(text, { server })), { server });
  return JSON.stringify(safe.length > MAX_QUOTED ? `…${safe.slice(-MAX_QUOTED)}` : safe);
}

function withoutControls(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, '').trim())
    .filter(Boolean)
    .join(' | ');
}

function isTimeout(error: unknown): boolean {
  return hasCode(error, ErrorCode.RequestTimeout);
}

function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof McpError && (error.code as ErrorCode) === code;
}

/** Of an error of the transport; its other codes are negative, as are those of MCP. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || error instanceof McpError || !('code' in error)) return undefined;
  const { code } = error;
  return typeof code === 'number' && code >= 100 ? code : undefined;
}

/** Whether nothing was sent. A code such as `EHOSTUNREACH` can also end a connection that was made. */
function isNotConnected(error: unknown): boolean {
  if (NOT_CONNECTED.has(networkCodeOf(error) ?? '')) return true;
  return error instanceof Error && isRecord(error.cause) && error.cause['syscall'] === 'connect';
}

/** The code of a request that `fetch` could not make. */
function networkCodeOf(error: unknown): string | undefined {
  return error instanceof Error ? (codeOf(error.cause) ?? codeOf(error)) : undefined;
}

/** The code of an error of the system, such as `ECONNREFUSED`. */
function codeOf(error: unknown): string | undefined {
  const code = isRecord(error) ? error['code'] : undefined;
  return typeof code === 'string' ? code : undefined;
}
