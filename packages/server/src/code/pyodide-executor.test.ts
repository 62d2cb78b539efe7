import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { whyNoSandbox } from '../testing/why-no-sandbox.ts';
import type { CodeResult } from './code-executor.ts';
import { pyodideExecutor } from './pyodide-executor.ts';

const isMissing = (await whyNoSandbox(pyodideExecutor())) !== undefined;

const logsOf = ({ outputs }: CodeResult): string =>
  outputs.map((output) => (output.type === 'logs' ? output.logs : '')).join('');

test('a folder without a list of packages is refused', async () => {
  await expect(pyodideExecutor({ packageDir: '/usr/share' }).open()).rejects.toThrow(
    'pyodideExecutor: packageDir has no pyodide-lock.json.',
  );
});

describe.skipIf(isMissing)('with a sandbox', () => {
  const opened = pyodideExecutor().open({
    files: [{ name: 'sales.csv', content: Buffer.from('a,b\n1,2\n') }],
  });
  afterAll(async () => (await opened).close());

  test('variables stay, files are read and written, and exceptions are tracebacks', async () => {
    const session = await opened;
    expect(logsOf(await session.execute('x = 41\nprint("hi")\nx + 1'))).toBe('hi\n42\n');
    const result = await session.execute(
      'import csv, sqlite3\nrows = list(csv.reader(open("/mnt/data/sales.csv")))\nopen("out.txt", "w").write(str(x));',
    );
    expect(result.files.map(({ path, bytes }) => [path, bytes])).toEqual([['/mnt/data/out.txt', 2]]);
    for await (const piece of result.files[0]?.content() ?? [])
      expect(Buffer.from(piece).toString()).toBe('41');
    expect(logsOf(await session.execute('1/0'))).toMatch(
      /^Traceback \(most recent call last\):\n {2}File "<cell \d+>", line 1, in <module>\n[^<]*ZeroDivisionError: division by zero\n$/,
    );
    expect(logsOf(await session.execute('input()'))).toMatch(/EOFError/);
  });

  test('packages of a folder can be imported', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'threadkit-packages-'));
    const wheel = 'greeting-1.0-py3-none-any.whl';
    await chmod(folder, 0o755);
    // Written by Pyodide itself: a wheel is a zip file.
    const session = await opened;
    const made = await session.execute(`
import zipfile
with zipfile.ZipFile('${wheel}', 'w') as wheel:
    wheel.writestr('greeting.py', 'text = "hello"')
    wheel.writestr('greeting-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\\nName: greeting\\nVersion: 1.0\\n')
    wheel.writestr('greeting-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr('greeting-1.0.dist-info/RECORD', '')
import hashlib, json, pyodide_js
print(json.dumps([hashlib.sha256(open('${wheel}', 'rb').read()).hexdigest(), pyodide_js.lockfile.info.to_py() if hasattr(pyodide_js.lockfile.info, 'to_py') else None]))`);
    const [sha256, info] = JSON.parse(logsOf(made)) as [string, unknown];
    const bytes: Uint8Array[] = [];
    for await (const piece of made.files[0]?.content() ?? []) bytes.push(piece);
    await writeFile(join(folder, wheel), Buffer.concat(bytes));
    const greeting = {
      name: 'greeting',
      version: '1.0',
      file_name: wheel,
      install_dir: 'site',
      package_type: 'package',
      sha256,
      imports: ['greeting'],
      depends: [],
    };
    await writeFile(join(folder, 'pyodide-lock.json'), JSON.stringify({ info, packages: { greeting } }));
    const other = await pyodideExecutor({ packageDir: folder }).open();
    expect(logsOf(await other.execute('import greeting\ngreeting.text'))).toBe("'hello'\n");
    await other.close();
    await rm(folder, { recursive: true });
  });
});

test('trusted code runs without a sandbox, with an empty environment', async () => {
  const session = await pyodideExecutor({ trustedUsersOnly: true }).open();
  const result = await session.execute(
    'import js, os\nopen("out.txt", "w").write("x")\nprint(os.getcwd(), sorted(js.Object.keys(js.process.env)))',
  );
  expect(logsOf(result)).toMatch(/^\/mnt\/data \['HOME', 'LANG', 'MPLCONFIGDIR', 'OMP_NUM_THREADS'/);
  expect(result.files.map(({ path }) => path)).toEqual(['/mnt/data/out.txt']);
  await session.close();
});
