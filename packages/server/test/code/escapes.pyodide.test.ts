/** What hostile Python and JavaScript try in the sandbox of `pyodideExecutor`, with the exact outcome of each attempt. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeSession } from '../../src/code/code-executor.ts';
import { pyodideExecutor } from '../../src/code/pyodide-executor.ts';
import { createManualClock } from '../../src/testing/manual-clock.ts';
import { whyNoSandbox } from '../../src/testing/why-no-sandbox.ts';
import { createSecrets, logsOf, print, type Secrets } from './sandboxed-code.ts';

const MiB = 1024 * 1024;
const limits = { memoryBytes: 512 * MiB, folderBytes: 16 * MiB, fileBytes: 8 * MiB };
const isMissing = (await whyNoSandbox(pyodideExecutor({ limits }))) !== undefined;

const PRELUDE = `
import js, json, os, pyodide_js, socket, subprocess, sys
from pyodide.code import run_js
node = js.process.getBuiltinModule
def attempt(function, *arguments):
    try: return function(*arguments)
    except BaseException as error: return f'{type(error).__name__}: {error}'
def script(code):
    run = run_js('''(code) => {
        const { stdout, stderr, error, status } = process.getBuiltinModule('child_process').spawnSync(process.execPath, ['--eval', code]);
        return error ? String(error) : String(stdout) + (status === 0 ? '' : 'status ' + status);
    }''')
    return run(code).strip()
`;

const ABSENT = (path: string) => `JsException: Error: ENOENT: no such file or directory, open '${path}'`;

describe.skipIf(isMissing)('hostile code in the sandbox of pyodideExecutor', () => {
  let session: CodeSession;
  let secrets: Secrets;
  beforeAll(async () => {
    secrets = await createSecrets();
    session = await pyodideExecutor({ limits }).open();
    await session.execute(PRELUDE);
  });
  afterAll(async () => {
    await session.close();
    await secrets.remove();
  });

  test('reaches Node, but no file of the machine through it', async () => {
    const ways = {
      'import js': `node('fs').readFileSync(%s, 'utf8')`,
      run_js: `run_js("process.getBuiltinModule('fs').readFileSync(" + json.dumps(%s) + ")")`,
      'constructor.constructor': `js.Object.constructor.constructor('path', "return process.getBuiltinModule('fs').readFileSync(path)")(%s)`,
      createRequire: `node('module').createRequire('/mnt/data/x.js')('fs').readFileSync(%s)`,
      'process.binding': `js.process.binding('fs') and node('fs').openSync(%s)`,
      'pyodide_js.FS': `run_js("(pyodide, path) => pyodide._api.config && process.getBuiltinModule('fs').readFileSync(path)")(pyodide_js, %s)`,
    };
    for (const [way, code] of Object.entries(ways)) {
      for (const path of ['/etc/passwd', '/proc/1/environ', '/proc/self/environ', secrets.file]) {
        const attempted = await print(
          session,
          `print(attempt(lambda: ${code.replace('%s', JSON.stringify(path))}))`,
        );
        expect([way, attempted]).toEqual([way, `${ABSENT(path)}\n`]);
      }
    }
    expect(await print(session, "print(attempt(lambda: js.require), attempt(run_js, 'require'))")).toBe(
      'AttributeError: require JsException: ReferenceError: require is not defined\n',
    );
  });

  test('sees libraries, Node and Pyodide, in JavaScript and when it mounts them in Python', async () => {
    expect(
      await print(
        session,
        `fs = node('fs')
pyodide_js.FS.mkdirTree('/host')
pyodide_js.FS.mount(pyodide_js.FS.filesystems.NODEFS, run_js('({root: "/"})'), '/host')
print(sorted(set(fs.readdirSync('/')) - {'lib32', 'lib64'}) == sorted(set(os.listdir('/host')) - {'lib32', 'lib64'}), sorted(set(os.listdir('/host')) - {'lib32', 'lib64'}))
print(os.listdir('/host/etc'), sorted(os.listdir('/host/runtime')), sorted(fs.readdirSync('/dev')))
print(sorted(set(os.listdir('/host/usr')) - {'lib32', 'lib64'}), os.listdir('/host/mnt'), os.listdir('/host/tmp'))
print(attempt(open, '/host/etc/passwd'), attempt(open, '/host/x', 'w'), attempt(open, '/host/runtime/pyodide/x', 'w'))`,
      ),
    ).toBe(
      `True ['dev', 'etc', 'lib', 'mnt', 'runtime', 'tmp', 'usr']
['ld.so.cache'] ['node', 'prlimit', 'pyodide'] ['full', 'null', 'random', 'shm', 'urandom', 'zero']
['lib'] ['data'] []
FileNotFoundError: [Errno 44] No such file or directory: '/host/etc/passwd' OSError: [Errno 69] Read-only file system: '/host/x' OSError: [Errno 69] Read-only file system: '/host/runtime/pyodide/x'
`,
    );
  });

  test('starts Node again, which opens no connection and resolves no name either', async () => {
    expect(
      await print(
        session,
        `print(script('''
require("net").connect(${secrets.port}, "127.0.0.1").on("error", (error) => console.log("net", error.code));
require("dns").lookup("example.com", (error) => console.log("dns", error.code));
fetch("http://127.0.0.1:${secrets.port}/").catch((error) => console.log("fetch", error.cause.code));
require("dgram").createSocket("udp4").on("error", (error) => console.log("udp", error.code)).send("x", ${secrets.port}, "127.0.0.1");
''').split('\\n'))`,
      ).then((text) => JSON.parse(text.replaceAll("'", '"')).toSorted()),
    ).toEqual(['dns EAI_AGAIN', 'fetch EPERM', 'net EPERM', 'udp EPERM']);
    expect(secrets.connections()).toBe(0);
  });

  test('has no network in Python: sockets, urllib, and packages of Pyodide', async () => {
    expect(
      await print(
        session,
        `import urllib.request
print(attempt(socket.create_connection, ('127.0.0.1', ${secrets.port})))
print(attempt(urllib.request.urlopen, 'http://127.0.0.1:${secrets.port}/'))
print(attempt(__import__, 'numpy'))`,
      ),
    ).toMatch(
      /^OSError: \[Errno 23\] Host is unreachable\nURLError: <urlopen error .*>\nModuleNotFoundError: .*numpy.*\n/,
    );
    expect(secrets.connections()).toBe(0);
  });

  test('starts no shell, and no process from Python', async () => {
    expect(
      await print(
        session,
        `print(run_js("String(process.getBuiltinModule('child_process').spawnSync('/bin/sh', ['-c', 'id']).error)"))
print(attempt(subprocess.run, ['id']), attempt(lambda: os.fork()))`,
      ),
    ).toBe(
      'Error: spawnSync /bin/sh ENOENT\nOSError: [Errno 138] emscripten does not support processes. OSError: [Errno 52] Function not implemented\n',
    );
  });

  test('has an environment of its own, and is no root', async () => {
    expect(
      await print(
        session,
        `print(*sorted(js.Object.keys(js.process.env)))
print(js.process.pid, js.process.ppid, js.process.getuid(), js.process.getgid())
print(attempt(run_js, 'process.setuid(0)'))
print(script('console.log(process.getuid(), JSON.stringify(process.env).includes("SECRET"))'))`,
      ),
    ).toBe(
      `HOME LANG MPLCONFIGDIR OMP_NUM_THREADS OPENBLAS_NUM_THREADS PATH PWD TMPDIR
2 1 1000 1000
JsException: Error: EINVAL, Invalid argument
1000 false
`,
    );
  });

  test('reaches no process of the machine, and does not end its parent', async () => {
    expect(
      await print(
        session,
        `print(attempt(run_js, 'process.kill(${process.pid > 40 ? process.pid : 41}, "SIGKILL")'), attempt(run_js, 'process.kill(1, "SIGKILL")'))`,
      ),
    ).toBe('JsException: Error: kill ESRCH True\n');
    expect(await print(session, '"alive"')).toBe("'alive'\n");
  });

  test('calls no system function of the machine through ctypes', async () => {
    expect(
      await print(
        session,
        `import ctypes
libc = ctypes.CDLL(None)
print(libc.kill(1, 9), libc.getpid(), hasattr(libc, 'ptrace'), hasattr(libc, 'mount'), hasattr(libc, 'unshare'))
print(attempt(ctypes.CDLL, '/host/lib/x86_64-linux-gnu/libc.so.6').splitlines()[0][:40])`,
      ),
    ).toBe('-1 42 False False False\nOSError: could not load dynamic lib: /ho\n');
  });

  test('gets errors for too much memory, in WebAssembly, buffers and Python', async () => {
    expect(
      await print(
        session,
        `print(attempt(run_js, 'new WebAssembly.Memory({ initial: 65536 })'))
print(attempt(run_js, 'new Uint8Array(4e9).fill(1)'))
print(attempt(run_js, 'new SharedArrayBuffer(4e9)'))
print(attempt(lambda: b'x' * 1_500_000_000))`,
      ),
    ).toBe(
      `JsException: RangeError: WebAssembly.Memory(): could not allocate memory
JsException: RangeError: Array buffer allocation failed
JsException: RangeError: Array buffer allocation failed
MemoryError: 
`,
    );
  });

  test('fills its folder and no more, and has links and odd names left out', async () => {
    const result = await session.execute(`
fs.symlinkSync('/usr/lib/os-release', '/mnt/data/link')
fs.symlinkSync('/usr/lib', '/mnt/data/folder')
fs.symlinkSync('/', '/mnt/data/root')
fs.writeFileSync('/mnt/data/line\\nbreak', 'x')
os.makedirs('sub', exist_ok=True)
open('sub/file', 'w').write('file')
def fill():
    with open('/mnt/data/full', 'wb') as file:
        for _ in range(64): file.write(bytes(2**20))
print(attempt(fill))
os.remove('/mnt/data/full')
print(attempt(lambda: open('sparse', 'wb').truncate(10**10)))
os.remove('sparse')`);
    expect(result.files.map(({ path }) => path)).toEqual(['/mnt/data/sub/file']);
    expect(logsOf(result)).toMatch(
      /^OSError: \[Errno (22|51)\] .*\nOSError: \[Errno 22\] File too large\n\[Left out: a file whose name is too long or has special characters\.\]\n$/,
    );
  });

  test('cannot read what a link in its folder leads to through the server', async () => {
    const { files } = await session.execute("open('out.txt', 'w').write('text')");
    await session.execute("os.remove('out.txt'); fs.symlinkSync('/usr/lib/os-release', '/mnt/data/out.txt')");
    await expect(files[0]?.content()[Symbol.asyncIterator]().next()).rejects.toThrow(/not a regular file/);
  });

  test.each([
    [
      'writes to the descriptor of the messages',
      "js.process.getBuiltinModule('fs').writeSync(3, 'garbage garbage')",
      /disturbed its interpreter/,
    ],
    [
      'fills the memory of JavaScript',
      "run_js('const all = []; for (;;) all.push(new Array(1e6).fill(all.length))')",
      /The interpreter ended: exit code 13[34]/,
    ],
    [
      'starts workers without end',
      'run_js(\'const { Worker } = process.getBuiltinModule("worker_threads"); for (;;) try { new Worker("setInterval(() => {}, 1e6)", { eval: true }); } catch {}\')',
      /The interpreter ended: exit code 13[34]/,
    ],
    ['prints without end', "while True: print('x' * 100_000)", /printed more than 67108864 bytes/],
    ['never ends', 'print("x")\nwhile True: pass', /stopped after 60 seconds/],
  ])('ends its own session and nothing else when it %s', async (_what, code, logs) => {
    const clock = createManualClock();
    const other = await pyodideExecutor({ limits, setTimer: clock.setTimer }).open();
    await other.execute(PRELUDE);
    const isEndless = code.endsWith('pass');
    const result = await other.execute(code, {
      onLogs: isEndless ? () => void clock.advance(60_000) : undefined,
    });
    expect(result.status).toBe(isEndless ? 'timed_out' : 'killed');
    expect(logsOf(result)).toMatch(logs);
    expect(other.isOpen).toBe(false);
    await other.close();
  });

  // The last one in this session: growing little by little may end the interpreter, depending on when it collects garbage.
  test('gets an error, or ends, when it fills the memory of Python little by little', async () => {
    const { status, outputs } = await session.execute(
      'print(attempt(lambda: [bytearray(10**7) for _ in range(1000)]))',
    );
    if (status === 'completed') expect(outputs).toEqual([{ type: 'logs', logs: 'MemoryError: \n' }]);
    else expect(session.isOpen).toBe(false);
  });
});
