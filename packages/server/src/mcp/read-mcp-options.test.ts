import { expect, it } from 'vitest';
import { readMcpOptions } from './read-mcp-options.ts';

const OPTIONS = { name: 'a', server: { command: 'node' }, allow: ['x'] };

it('options have their defaults', () => {
  expect(readMcpOptions(OPTIONS)).toEqual({
    name: 'a',
    server: { command: 'node' },
    rules: new Map([['x', {}]]),
    connectTimeoutMs: 10_000,
    messageBytes: 4 * 1024 * 1024,
    now: Date.now,
  });
});

it('options that are set to undefined have their defaults too', () => {
  const server = { command: 'node', url: undefined, args: undefined, env: undefined, cwd: undefined };
  const more = { connectTimeoutMs: undefined, messageBytes: undefined, now: undefined };
  expect(readMcpOptions({ ...OPTIONS, ...more, server })).toEqual(readMcpOptions(OPTIONS));
});

it('a path of a program may contain spaces', () => {
  for (const command of ['/opt/My Tools/serve', 'C:\\Program Files\\serve.exe', './my serve']) {
    expect(() => readMcpOptions({ ...OPTIONS, server: { command } })).not.toThrow();
  }
});

it('a line break at the end of a header is accepted', () => {
  const server = { url: 'http://a.test', headers: { authorization: 'Bearer x\n' } };
  expect(() => readMcpOptions({ ...OPTIONS, server })).not.toThrow();
});

it.each([
  ['no options', undefined, /needs an object with name, server and allow/],
  ['no name', { ...OPTIONS, name: undefined }, /The name undefined of mcpTools has to be/],
  ['a name with a space', { ...OPTIONS, name: 'a b' }, /has to be 1 to 32 letters/],
  [
    'an unknown option',
    { ...OPTIONS, alow: [] },
    /mcpTools "a" has no option "alow"\. There are: name, server, allow, connectTimeoutMs, messageBytes\.$/,
  ],
  ['a clock that is no function', { ...OPTIONS, now: 5 }, /now has to be a function/],
  [
    'a time limit as text',
    { ...OPTIONS, connectTimeoutMs: '10' },
    /connectTimeoutMs is "10"\. Set it to a whole number of milliseconds/,
  ],
  ['a time limit of NaN', { ...OPTIONS, connectTimeoutMs: Number.NaN }, /connectTimeoutMs is NaN/],
  [
    'a time limit that no timer holds',
    { ...OPTIONS, connectTimeoutMs: 2 ** 31 },
    /from 1 to 2147483647, or leave it out for 10 seconds/,
  ],
  [
    'no bytes',
    { ...OPTIONS, messageBytes: 0 },
    /messageBytes is 0\. Set it to a whole number of bytes from 1/,
  ],
])('%s is refused', (_what, options, message) => {
  expect(() => readMcpOptions(options)).toThrow(message);
});

it.each([
  ['no server', undefined, /server has to be an object\. Write \{ command/],
  ['a server without members', {}, /server has neither command nor url\. Write/],
  ['a server with command and url', { command: 'node', url: 'http://a.test' }, /both command and url/],
  ['a command that is no text', { command: ['node'] }, /command has to be the name or the path/],
  ['a command line', { command: 'npx hush' }, /command has a space.*into args/],
  ['an empty command', { command: '' }, /command has to be/],
  ['arguments in one text', { command: 'node', args: 'a.js' }, /args has to be a list of strings/],
  [
    'variables with their values',
    { command: 'node', env: { TOKEN: 'hush' } },
    /env has to be a list of names/,
  ],
  ['variables as assignments', { command: 'node', env: ['TOKEN=hush'] }, /env has to be a list of names/],
  ['a folder that is no text', { command: 'node', cwd: 5 }, /cwd has to be the path/],
  ['headers for a program', { command: 'node', headers: {} }, /with command has no member "headers"/],
  [
    'a URL without scheme',
    { url: 'mcp.example.com/mcp?key=hush' },
    /url has to be a string with an http or https/,
  ],
  ['a URL that is an object', { url: new URL('http://a.test') }, /url has to be a string/],
  ['a URL of another scheme', { url: 'ws://a.test' }, /http or https URL/],
  ['a URL with credentials', { url: 'http://user:hush@a.test' }, /Set headers\.authorization instead/],
  ['arguments for a URL', { url: 'http://a.test', args: [] }, /with url has no member "args"/],
  [
    'headers as a list',
    { url: 'http://a.test', headers: [['a', 'hush']] },
    /headers has to be an object with/,
  ],
  ['headers of fetch', { url: 'http://a.test', headers: new Headers() }, /headers has to be an object with/],
  ['a header without value', { url: 'http://a.test', headers: { a: undefined } }, /headers\.a is undefined/],
  ['a header of two lines', { url: 'http://a.test', headers: { a: 'hush\nx' } }, /headers\.a cannot be sent/],
  ['a header with a space in its name', { url: 'http://a.test', headers: { 'a b': 'x' } }, /cannot be sent/],
])('%s is refused, without its values', (_what, server, message) => {
  const read = () => readMcpOptions({ ...OPTIONS, server });
  expect(read).toThrow(message);
  expect(read).not.toThrow(/hush/);
});

it.each([
  ['no allow', undefined, /allow is missing\. Name the tools/],
  ['one name', 'x', /allow has to be a list of names or an object/],
  ['an empty list', [], /allows no tool/],
  ['an empty object', {}, /allows no tool/],
  ['a list of objects', [{ name: 'x' }], /allow has to be a list of names/],
  ['a map', new Map([['x', {}]]), /allow has to be a list of names/],
  ['true for a tool', { x: true }, /allow\.x is true, and has to be an object\. Write \{\}/],
  [
    'an unknown rule',
    { x: { needApproval: false } },
    /allow\.x has no rule "needApproval"\. There are: needsApproval/,
  ],
  ['an approval as text', { x: { needsApproval: 'false' } }, /allow\.x\.needsApproval is "false"/],
  ['a number for idempotent', { x: { idempotent: 1 } }, /allow\.x\.idempotent is 1/],
  ['a negative time limit', { x: { timeoutMs: -1 } }, /allow\.x\.timeoutMs is -1/],
  ['a fingerprint that is no text', { x: { fingerprint: true } }, /allow\.x\.fingerprint has to be a string/],
])('%s is refused for allow', (_what, allow, message) => {
  expect(() => readMcpOptions({ ...OPTIONS, allow })).toThrow(message);
});

it('what is changed later in the options is not used', () => {
  const args = ['server.js'];
  const { server } = readMcpOptions({ ...OPTIONS, server: { command: 'node', args } });
  args.push('--other');
  expect(server).toEqual({ command: 'node', args: ['server.js'] });
});
