import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { explainFailure, kindOfFailure } from './explain-failure.ts';
import type { ProgramReport } from './open-program.ts';

const HTTP = {
  settings: { server: { url: 'http://a.test/mcp' }, messageBytes: 1000 },
  limitMs: 50,
  limitedBy: 'connectTimeoutMs',
} as const;
const CLOSED = new McpError(ErrorCode.ConnectionClosed, 'Connection closed');
const LATE = new McpError(ErrorCode.RequestTimeout, 'Request timed out');

const withProgram = (program: Partial<ProgramReport>, env: readonly string[] = []) => ({
  settings: { server: { command: 'node', env }, messageBytes: 1000 },
  limitMs: 50,
  limitedBy: 'connectTimeoutMs' as const,
  program: { end: undefined, lastLines: '', hasOtherOutput: false, ...program },
});
const ended = (exitCode: number | null, lastLines = '', signal: string | null = null) => ({
  end: { exitCode, signal },
  lastLines,
});

function failedFetch(code: string, syscall?: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('failed'), { code, syscall }) });
}

const posted = (status: number, body: string | null) =>
  new StreamableHTTPError(status, `Error POSTing to endpoint: ${body}`);

describe('explainFailure over HTTP', () => {
  it.each([
    [
      posted(401, 'No token'),
      'it responded with HTTP status 401: "No token". Check its credentials in headers: it does not accept them.',
    ],
    [
      posted(404, ''),
      'it responded with HTTP status 404. Check url: it has to be that of the MCP endpoint, with its path.',
    ],
    [posted(429, null), 'it responded with HTTP status 429. It limits requests: wait, or raise its limit.'],
    [posted(400, 'Bad'), 'it responded with HTTP status 400: "Bad". Check url and headers.'],
    [
      posted(400, '{"error":"No token"}\nsecond line'),
      'it responded with HTTP status 400: "{\\"error\\":\\"No token\\"}". Check url and headers.',
    ],
    [
      posted(403, 'The key sk-0123456789 of ada@example.com may not'),
      'it responded with HTTP status 403: "The key [hidden] of [hidden] may not". Check its credentials in headers: it does not accept them.',
    ],
    [
      posted(503, 'Cannot connect to postgres://user:hush@db'),
      'it responded with HTTP status 503. Look for the reason in its log.',
    ],
    [
      posted(307, 'Redirect to http://b.test/ not followed'),
      'it responded with HTTP status 307: "Redirect to http://b.test/ not followed". Set url to the address that it redirects to, if you trust it.',
    ],
    [failedFetch('ECONNREFUSED'), 'it cannot be reached (ECONNREFUSED). Check that it runs, and its url.'],
    [LATE, 'it did not respond within 50 ms. Check that it runs, and that url is that of its MCP endpoint.'],
    [
      CLOSED,
      'the connection was lost before its response. Look for the reason in its log, and for a time limit in proxies in between.',
    ],
    [
      new Error('The MCP server sent more than 1000 bytes.'),
      'it sent a message of more than 1000 bytes. Raise messageBytes, or let its tools return less.',
    ],
    [new SyntaxError('Not JSON'), '"Not JSON". Look for the reason in its log.'],
    ['odd', '"odd". Look for the reason in its log.'],
  ])('%s is explained', (error, explanation) => {
    expect(explainFailure(error, HTTP)).toBe(explanation);
  });

  it('a call that is late may need a longer time limit', () => {
    expect(explainFailure(LATE, { ...HTTP, limitedBy: 'timeoutMs' })).toBe(
      'it did not respond within 50 ms. Raise timeoutMs of the tool if it needs longer.',
    );
  });

  it('a header that the server repeats is hidden, also with control characters in it', () => {
    const server = { url: 'http://a.test', headers: { authorization: 'Bearer hush1234' } };
    const context = { ...HTTP, settings: { server, messageBytes: 1 } };
    expect(explainFailure(posted(401, 'Not hush1234, hu\u200bsh12\u000034'), context)).toContain(
      '"Not [hidden], [hidden]"',
    );
  });

  it('a long body is cut, and has no control characters and lines', () => {
    const text = explainFailure(posted(400, `\u001b[31m${'no '.repeat(5000)}\r\n\u202eend\u0085`), HTTP);
    expect(text.length).toBeLessThan(300);
    expect(text).toMatch(/…"\. /);
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('explainFailure of a program', () => {
  it.each([
    [
      CLOSED,
      ended(1, 'Error: no folder\n  at main'),
      'its program ended with exit code 1, and wrote "Error: no folder | at main". Execute its command in a terminal to see why.',
    ],
    [CLOSED, ended(0), 'its program ended with exit code 0. Execute its command in a terminal to see why.'],
    [
      CLOSED,
      ended(null, '', 'SIGKILL'),
      'its program was ended by SIGKILL. Execute its command in a terminal to see why.',
    ],
    [
      LATE,
      { lastLines: 'npm warn' },
      'it did not respond within 50 ms, and wrote "npm warn". Execute its command in a terminal to see why. Raise connectTimeoutMs only if it needs longer to start, for example because npx downloads it.',
    ],
    [
      LATE,
      { hasOtherOutput: true },
      'it did not respond within 50 ms, and wrote text to its standard output, which is for MCP messages only. Execute its command in a terminal to see why. Raise connectTimeoutMs only if it needs longer to start, for example because npx downloads it.',
    ],
    [
      LATE,
      { ...ended(1, 'npm error 404'), hasOtherOutput: true },
      'its program ended with exit code 1, and wrote text to its standard output, which is for MCP messages only, and wrote "npm error 404". Execute its command in a terminal to see why.',
    ],
    [
      Object.assign(new Error('spawn nope ENOENT'), { code: 'ENOENT' }),
      {},
      'its program cannot be started (ENOENT). Check command and cwd: the program is not installed, or the folder does not exist. Arguments belong into args.',
    ],
    [
      Object.assign(new Error('spawn nope EACCES'), { code: 'EACCES' }),
      {},
      'its program cannot be started (EACCES). Check command and cwd.',
    ],
  ])('%s is explained (%o)', (error, program, explanation) => {
    expect(explainFailure(error, withProgram(program))).toBe(explanation);
  });

  it('the variables that the program got are hidden, and each line of them', () => {
    process.env['THREADKIT_TEST_KEY'] = '--- KEY\nabcdefgh\nijklmnop\n---';
    onTestFinished(() => {
      delete process.env['THREADKIT_TEST_KEY'];
    });
    const context = withProgram(ended(1, 'bad line: ijklmnop'), ['THREADKIT_TEST_KEY']);
    expect(explainFailure(CLOSED, context)).toContain('"bad line: [hidden]"');
  });

  it('a message that was too large is the reason, although the program was ended for it', () => {
    const context = { ...withProgram(ended(null, '', 'SIGTERM')), isTooLarge: true };
    expect(explainFailure(CLOSED, context)).toMatch(/^it sent a message of more than 1000 bytes/);
  });
});

describe('kindOfFailure', () => {
  it.each([
    [posted(401, ''), 'not-executed'],
    [posted(307, ''), 'not-executed'],
    [posted(408, ''), 'lost'],
    [posted(502, ''), 'lost'],
    [new StreamableHTTPError(-1, 'Unexpected content type'), 'lost'],
    [failedFetch('UND_ERR_SOCKET'), 'lost'],
    [failedFetch('ECONNRESET'), 'lost'],
    [failedFetch('ECONNREFUSED'), 'not-executed'],
    [failedFetch('ENOTFOUND'), 'not-executed'],
    [failedFetch('EHOSTUNREACH', 'connect'), 'not-executed'],
    [failedFetch('EHOSTUNREACH', 'read'), 'lost'],
    [failedFetch('UND_ERR_CONNECT_TIMEOUT'), 'not-executed'],
    [CLOSED, 'lost'],
    [LATE, 'late'],
  ] as const)('%s means for a call that was sent: %s', (error, kind) => {
    expect(kindOfFailure(error)).toBe(kind);
  });
});
