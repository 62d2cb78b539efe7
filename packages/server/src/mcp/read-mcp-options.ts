import { isRecord } from '../shared/is-record.ts';
import { checkNames, describeValue, MAX_TIMER_MS, readNumber } from '../shared/option-values.ts';
import type { McpHttpServer, McpStdioServer, McpToolRules } from './mcp-options.ts';

const DEFAULT_CONNECT_TIMEOUT_MS = 10_000;
const DEFAULT_MESSAGE_BYTES = 4 * 1024 * 1024;
const MILLISECONDS = { min: 1, max: MAX_TIMER_MS, unit: 'milliseconds' };

const OPTIONS = ['name', 'server', 'allow', 'connectTimeoutMs', 'messageBytes'];
/** For tests; errors do not name it. */
const CLOCK = 'now';
const STDIO_MEMBERS = ['command', 'args', 'env', 'cwd'];
const HTTP_MEMBERS = ['url', 'headers'];
const RULES = ['needsApproval', 'idempotent', 'timeoutMs', 'fingerprint'];

/** The checked options of `mcpTools`, with their defaults. */
export interface McpSettings {
  readonly name: string;
  readonly server: McpStdioServer | McpHttpServer;
  /** By the name of the tool on the MCP server. */
  readonly rules: ReadonlyMap<string, McpToolRules>;
  readonly connectTimeoutMs: number;
  readonly messageBytes: number;
  readonly now: () => number;
}

/**
 * Checks the options, which plain JavaScript may have written. The errors contain no value that may be a secret.
 *
 * @throws `TypeError` or `RangeError` that names the option, and what to write instead.
 */
export function readMcpOptions(options: unknown): McpSettings {
  if (!isRecord(options)) throw new TypeError('mcpTools needs an object with name, server and allow.');
  const { name, server, allow, connectTimeoutMs, messageBytes } = options;
  if (typeof name !== 'string' || !/^[\w-]{1,32}$/.test(name)) {
    throw new TypeError(
      `The name ${JSON.stringify(name)} of mcpTools has to be 1 to 32 letters, digits, _ or -.`,
    );
  }
  const at = `mcpTools "${name}"`;
  const { [CLOCK]: now, ...named } = options;
  checkNames(named, OPTIONS, at, 'option');
  if (now !== undefined && typeof now !== 'function') {
    throw new TypeError(`${at}: now has to be a function that returns Unix milliseconds.`);
  }
  return {
    name,
    server: readServer(server, at),
    rules: readRules(allow, at),
    connectTimeoutMs:
      readNumber(`${at}: connectTimeoutMs`, connectTimeoutMs, { ...MILLISECONDS, default: '10 seconds' }) ??
      DEFAULT_CONNECT_TIMEOUT_MS,
    messageBytes:
      readNumber(`${at}: messageBytes`, messageBytes, { min: 1, unit: 'bytes', default: '4 MiB' }) ??
      DEFAULT_MESSAGE_BYTES,
    now: (now as (() => number) | undefined) ?? Date.now,
  };
}

function readServer(server: unknown, at: string): McpStdioServer | McpHttpServer {
  const howTo =
    "Write { command: 'node', args: ['server.js'] } for a program, or { url: 'https://mcp.example.com/mcp' } for HTTP";
  if (!isRecord(server)) throw new TypeError(`${at}: server has to be an object. ${howTo}.`);
  const hasCommand = server['command'] !== undefined;
  const hasUrl = server['url'] !== undefined;
  if (hasCommand && hasUrl) {
    throw new TypeError(
      `${at}: server has both command and url. Leave one out: a server is a program, or has a URL.`,
    );
  }
  if (!hasCommand && !hasUrl) throw new TypeError(`${at}: server has neither command nor url. ${howTo}.`);
  return hasCommand ? readStdioServer(server, `${at}: server`) : readHttpServer(server, `${at}: server`);
}

function readStdioServer(server: Readonly<Record<string, unknown>>, at: string): McpStdioServer {
  checkNames(server, STDIO_MEMBERS, `${at} with command`, 'member');
  const { command, args, env, cwd } = server;
  if (typeof command !== 'string' || command === '') {
    throw new TypeError(`${at}.command has to be the name or the path of a program.`);
  }
  // A path may contain spaces, and is told from a command line by a separator before the first one.
  const [program = '', ...rest] = command.trim().split(/\s+/);
  if (rest.length > 0 && !/[\\/]/.test(program)) {
    throw new TypeError(
      `${at}.command has a space, and is not executed by a shell. Write the program alone, such as command: 'npx', and the rest into args, such as args: ['mcp-server', 'files'].`,
    );
  }
  if (args !== undefined && !isTexts(args)) {
    throw new TypeError(`${at}.args has to be a list of strings, such as ['server.js', '--verbose'].`);
  }
  if (env !== undefined && !(isTexts(env) && env.every((one) => /^[^=\0]+$/.test(one)))) {
    throw new TypeError(
      `${at}.env has to be a list of names, such as ['API_TOKEN']: the program gets these variables of this process. Set their values in the environment of this process.`,
    );
  }
  if (cwd !== undefined && typeof cwd !== 'string') {
    throw new TypeError(`${at}.cwd has to be the path of a folder.`);
  }
  return {
    command,
    ...(args && { args: [...args] }),
    ...(env && { env: [...env] }),
    ...(cwd !== undefined && { cwd }),
  };
}

function readHttpServer(server: Readonly<Record<string, unknown>>, at: string): McpHttpServer {
  checkNames(server, HTTP_MEMBERS, `${at} with url`, 'member');
  const { url, headers } = server;
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined;
  if (typeof url !== 'string' || !parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new TypeError(
      `${at}.url has to be a string with an http or https URL, such as 'https://mcp.example.com/mcp'.`,
    );
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new TypeError(
      `${at}.url has a user name or a password, which are not sent. Set headers.authorization instead.`,
    );
  }
  return { url, ...(headers !== undefined && { headers: readHeaders(headers, `${at}.headers`) }) };
}

function readHeaders(headers: unknown, at: string): Readonly<Record<string, string>> {
  if (!isPlain(headers)) {
    throw new TypeError(`${at} has to be an object with strings, such as { authorization: 'Bearer …' }.`);
  }
  const entries = Object.entries(headers).map(([name, value]) => {
    if (typeof value !== 'string') {
      throw new TypeError(
        `${at}.${name} is ${describeValue(value)}, and has to be a string. Does a variable of the environment have no value?`,
      );
    }
    if (!isHeader(name, value)) {
      throw new TypeError(
        `${at}.${name} cannot be sent: a header has one line, and its name has no spaces. Does its value contain a line break?`,
      );
    }
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}

function isHeader(name: string, value: string): boolean {
  try {
    // A line break at the end, such as that of a file, is not sent.
    return new Headers({ [name]: value }).get(name) === value.trim();
  } catch {
    return false;
  }
}

function readRules(allow: unknown, at: string): ReadonlyMap<string, McpToolRules> {
  const howTo =
    "Name the tools that models may call: allow: ['read_file'], or allow: { read_file: { needsApproval: false } } with rules";
  if (isTexts(allow)) {
    if (allow.length === 0) throw new TypeError(`${at} allows no tool. ${howTo}.`);
    return new Map(allow.map((tool) => [tool, {}]));
  }
  if (!isPlain(allow)) {
    throw new TypeError(
      `${at}: allow ${allow === undefined ? 'is missing' : 'has to be a list of names or an object'}. ${howTo}.`,
    );
  }
  const entries = Object.entries(allow);
  if (entries.length === 0) throw new TypeError(`${at} allows no tool. ${howTo}.`);
  return new Map(entries.map(([tool, rules]) => [tool, readRulesOfTool(rules, `${at}: allow.${tool}`)]));
}

function readRulesOfTool(rules: unknown, at: string): McpToolRules {
  if (!isPlain(rules)) {
    throw new TypeError(
      `${at} is ${describeValue(rules)}, and has to be an object. Write {} for a tool that asks first.`,
    );
  }
  checkNames(rules, RULES, at, 'rule');
  const { needsApproval, idempotent, timeoutMs, fingerprint } = rules;
  readNumber(`${at}.timeoutMs`, timeoutMs, { ...MILLISECONDS, default: 'a minute' });
  for (const [name, value] of Object.entries({ needsApproval, idempotent })) {
    if (value !== undefined && typeof value !== 'boolean') {
      throw new TypeError(`${at}.${name} is ${describeValue(value)}, and has to be true or false.`);
    }
  }
  if (fingerprint !== undefined && typeof fingerprint !== 'string') {
    throw new TypeError(
      `${at}.fingerprint has to be a string: the log names that of a tool that has changed.`,
    );
  }
  return { ...rules };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** An object whose members are its own, unlike those of a `Map` or of `Headers`. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
}
