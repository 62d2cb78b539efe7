import { afterAll, describe, expect, test } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { whyNoSandbox } from '../testing/why-no-sandbox.ts';
import type { CodeFile, CodeResult } from './code-executor.ts';
import { processExecutor } from './process-executor.ts';

const executor = processExecutor();
const isMissing = (await whyNoSandbox(executor)) !== undefined;

const logsOf = ({ outputs }: CodeResult): string =>
  outputs.map((output) => (output.type === 'logs' ? output.logs : '')).join('');

async function read(file: CodeFile | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file?.content() ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('an executor without bubblewrap refuses, and says what to install', async () => {
  const without = processExecutor({ bubblewrap: '/nowhere/bwrap' });
  await expect(without.open()).rejects.toThrow(
    'processExecutor cannot start Python: /nowhere/bwrap is not there. Install bubblewrap (apt-get install bubblewrap). Or set trustedUsersOnly: true',
  );
});

describe.skipIf(isMissing)('with a sandbox', () => {
  const opened = executor.open({
    files: [{ name: 'sales.csv', content: Buffer.from('a,b\n1,2\n') }],
  });
  afterAll(async () => (await opened).close());

  test('an executor without its Python refuses, and says what to do', async () => {
    await expect(processExecutor({ python: '/usr/bin/python9' }).open()).rejects.toThrow(
      /cannot start Python: .*\/usr\/bin\/python9.*Install the missing program/,
    );
  });

  test('variables stay, the value of the last expression is printed, and a semicolon hides it', async () => {
    const session = await opened;
    expect(await session.execute('x = 41\nprint("hi")\nx + 1')).toEqual({
      status: 'completed',
      outputs: [{ type: 'logs', logs: 'hi\n42\n' }],
      files: [],
    });
    expect(logsOf(await session.execute('x + 2'))).toBe('43\n');
    expect((await session.execute('x + 2;')).outputs).toEqual([]);
  });

  test('an exception is a traceback in the logs, without the frames of the runner', async () => {
    const session = await opened;
    const result = await session.execute('print("before")\ndef f():\n    1/0\nf()');
    expect(result.status).toBe('completed');
    expect(logsOf(result)).toMatch(
      /^before\nTraceback \(most recent call last\):\n {2}File "<cell \d+>", line 4, in <module>\n {4}f\(\)\n {2}File "<cell \d+>", line 3, in f\n[^<]*ZeroDivisionError: division by zero\n$/,
    );
    expect(logsOf(await session.execute('for'))).toMatch(/^ {2}File "<cell \d+>", line 1\n.*SyntaxError/s);
    expect(logsOf(await session.execute('import sys; sys.exit("bye")'))).toBe('SystemExit: bye\n');
    expect(logsOf(await session.execute('input()'))).toMatch(/EOFError/);
  });

  test('files are given to the code, and new and changed ones are reported', async () => {
    const session = await opened;
    expect(logsOf(await session.execute('open("/mnt/data/sales.csv").read()'))).toBe("'a,b\\n1,2\\n'\n");
    await session.addFile({ name: 'sub/more.txt', content: pieces('one ', 'two') });
    const result = await session.execute(
      'import os\nopen("sales.csv", "a").write(open("sub/more.txt").read())\nopen("new.txt", "w").write("é" * 300_000);',
    );
    expect(result.files.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['/mnt/data/new.txt', 600_000],
      ['/mnt/data/sales.csv', 15],
    ]);
    expect(await read(result.files[1])).toBe('a,b\n1,2\none two');
    expect(await read(result.files[0])).toBe('é'.repeat(300_000));
    expect((await session.execute('1')).files).toEqual([]);
  });

  test('a name that leads out of the folder is refused', async () => {
    const session = await opened;
    await expect(session.addFile({ name: '../x', content: Buffer.of() })).rejects.toThrow(
      'The file "../x" cannot be given to code.',
    );
  });

  test('calls at once are executed one after the other', async () => {
    const session = await opened;
    const results = await Promise.all(['y = 1', 'y += 1', 'y'].map((code) => session.execute(code)));
    expect(results.map(logsOf)).toEqual(['', '', '2\n']);
  });

  test('figures that are shown or left open, and what represents itself as a PNG, become images', async () => {
    const session = await opened;
    const png =
      'import zlib, struct\ndef part(k, d): return struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d))\nclass Dot:\n    def _repr_png_(self): return b"\\x89PNG\\r\\n\\x1a\\n" + part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + part(b"IDAT", zlib.compress(b"\\0\\0")) + part(b"IEND", b"")\ndisplay(Dot())\nDot()';
    const dots = await session.execute(png);
    expect(dots.outputs.map(({ type }) => type)).toEqual(['image', 'image']);
    const figures = await session.execute(
      'import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nplt.plot([3, 4]);',
    );
    if (logsOf(figures).includes('No module named')) {
      console.warn('SKIPPED, not passed: figures. Install python3-matplotlib.');
      return;
    }
    expect(figures.outputs.map(({ type }) => type)).toEqual(['image', 'image']);
  });

  test('what the code prints is reported while it runs', async () => {
    const session = await opened;
    const texts: string[] = [];
    await session.execute('print("a"); print("b")', { onLogs: (text) => texts.push(text) });
    expect(texts.join('')).toBe('a\nb\n');
  });

  test('code that does not end is killed after the time limit, and the session ends', async () => {
    const clock = createManualClock();
    const session = await processExecutor({
      limits: { timeoutMs: 3_600_000 },
      setTimer: clock.setTimer,
    }).open();
    let onStarted = () => {};
    const started = new Promise<void>((resolve) => {
      onStarted = resolve;
    });
    const result = session.execute('print("started")\nwhile True: pass', { onLogs: onStarted });
    await started;
    await clock.advance(3_600_000);
    expect(await result).toEqual({
      status: 'timed_out',
      outputs: [{ type: 'logs', logs: 'started\n[The code was stopped after 3600 seconds.]' }],
      files: [],
    });
    expect(session.isOpen).toBe(false);
    await expect(session.execute('1')).rejects.toThrow('The session of processExecutor has ended.');
    await session.close();
  });

  test('an aborted call rejects with the reason of its signal, and the session ends', async () => {
    const session = await executor.open();
    const abort = new AbortController();
    const reason = new Error('cancelled');
    const result = session.execute('print(1)\nwhile True: pass', {
      signal: abort.signal,
      onLogs: () => abort.abort(reason),
    });
    await expect(result).rejects.toBe(reason);
    expect(session.isOpen).toBe(false);
  });

  test('an aborted start rejects with the reason of its signal', async () => {
    const abort = new AbortController();
    const reason = new Error('cancelled');
    const session = executor.open({ signal: abort.signal });
    abort.abort(reason);
    await expect(session).rejects.toBe(reason);
  });

  test('closing a session ends the call that runs', async () => {
    const session = await executor.open();
    const result = session.execute('print(1)\nwhile True: pass', { onLogs: () => void session.close() });
    expect(await result).toMatchObject({ status: 'killed' });
  });
});

describe('without a sandbox', () => {
  test('trusted code runs in a temporary folder with an empty environment', async () => {
    const session = await processExecutor({ trustedUsersOnly: true }).open();
    const result = await session.execute('import os; print(os.getcwd()); sorted(os.environ)');
    expect(logsOf(result)).toMatch(
      new RegExp(`^${session.folder}\n\\['HOME', 'LANG', 'MPLBACKEND', 'MPLCONFIGDIR', 'OMP_NUM_THREADS'`),
    );
    await session.close();
  });
});

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
