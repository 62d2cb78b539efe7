/** What hostile Python tries in the sandbox of `processExecutor`, with the exact outcome of each attempt. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeSession } from '../../src/code/code-executor.ts';
import { processExecutor } from '../../src/code/process-executor.ts';
import { createManualClock } from '../../src/testing/manual-clock.ts';
import { until } from '../../src/testing/until.ts';
import { whyNoSandbox } from '../../src/testing/why-no-sandbox.ts';
import { countProcesses, createSecrets, logsOf, print, SECRET, type Secrets } from './sandboxed-code.ts';

const MiB = 1024 * 1024;
const limits = { memoryBytes: 256 * MiB, folderBytes: 16 * MiB, fileBytes: 8 * MiB };
const executor = processExecutor({ limits });
const isMissing = (await whyNoSandbox(executor)) !== undefined;

const PRELUDE = `
import ctypes, mmap, os, platform, resource, signal, socket, subprocess, sys, urllib.request
libc = ctypes.CDLL(None, use_errno=True)
def attempt(function, *arguments):
    try: return function(*arguments)
    except BaseException as error: return f'{type(error).__name__}: {error}'
COLUMN = 0 if platform.machine() == 'x86_64' else 1
def call(numbers, *arguments):
    ctypes.set_errno(0)
    result = libc.syscall(ctypes.c_long(numbers[COLUMN]), *[ctypes.c_long(value) for value in arguments])
    return result, os.strerror(ctypes.get_errno())
def rename(name): libc.prctl(15, name.encode(), 0, 0, 0)
`;

const NOT_PERMITTED = 'PermissionError: [Errno 1] Operation not permitted';

async function open(options: Parameters<typeof processExecutor>[0] = {}): Promise<CodeSession> {
  const session = await processExecutor({ limits, ...options }).open();
  await session.execute(PRELUDE);
  return session;
}

describe.skipIf(isMissing)('hostile code in the sandbox of processExecutor', () => {
  let session: CodeSession;
  let secrets: Secrets;
  beforeAll(async () => {
    secrets = await createSecrets();
    session = await open();
  });
  afterAll(async () => {
    await session.close();
    await secrets.remove();
  });

  test('opens no connection, no name is resolved, and there is no interface', async () => {
    expect(
      await print(
        session,
        `print(attempt(socket.socket))
print(attempt(urllib.request.urlopen, 'http://127.0.0.1:${secrets.port}/'))
print(attempt(socket.create_connection, ('localhost', ${secrets.port})))
print(attempt(socket.getaddrinfo, 'example.com', 80))
print(attempt(socket.if_nameindex))`,
      ),
    ).toBe(
      [
        NOT_PERMITTED,
        'URLError: <urlopen error [Errno 1] Operation not permitted>',
        'gaierror: [Errno -3] Temporary failure in name resolution',
        'gaierror: [Errno -3] Temporary failure in name resolution',
        `${NOT_PERMITTED}\n`,
      ].join('\n'),
    );
    expect(secrets.connections()).toBe(0);
  });

  test('opens no socket of a kind that knows no network namespace', async () => {
    // AF_UNIX, AF_NETLINK, AF_PACKET, AF_ALG, AF_VSOCK.
    expect(await print(session, '[call((41, 198), family, 2, 0) for family in (1, 16, 17, 38, 40)]')).toBe(
      `[${Array(5).fill("(-1, 'Operation not permitted')").join(', ')}]\n`,
    );
  });

  test('sees no file of the machine besides programs and libraries', async () => {
    const hidden = [
      secrets.file,
      process.cwd(),
      process.env['HOME'] ?? '/root',
      '/etc/passwd',
      '/etc/shadow',
      '/etc/hosts',
      '/etc/resolv.conf',
      '/proc',
      '/proc/1/environ',
      '/proc/self/root',
      '/sys',
      '/root',
      '/home',
      '/run',
      '/var',
      '/usr/local',
      '/usr/src',
      '/dev/mem',
      '/dev/kmsg',
      '/dev/tty',
      '/dev/ptmx',
      '/dev/fuse',
      '/dev/kvm',
    ];
    expect(
      await print(session, `print([path for path in ${JSON.stringify(hidden)} if os.path.lexists(path)])`),
    ).toBe('[]\n');
    expect(
      await print(session, "print(sorted(os.listdir('/dev')), os.listdir('/mnt'), os.listdir('/runtime'))"),
    ).toBe("['full', 'null', 'random', 'shm', 'urandom', 'zero'] ['data'] ['prlimit']\n");
    expect(
      await print(
        session,
        "sorted(set(os.listdir('/etc')) - {'alternatives', 'fonts', 'ld.so.cache', 'matplotlibrc'})",
      ),
    ).toBe('[]\n');
    expect(
      await print(session, "sorted(set(os.listdir('/usr')) - {'bin', 'lib', 'lib32', 'lib64', 'share'})"),
    ).toBe('[]\n');
  });

  test('does not leave its root by .., by an open folder or by chroot', async () => {
    expect(
      await print(
        session,
        `print(os.listdir('/../../..') == os.listdir('/'))
root = os.open('/', os.O_RDONLY)
os.fchdir(root)
print(attempt(os.chroot, '/tmp'), os.listdir('..') == os.listdir('/'))
os.chdir('/mnt/data')`,
      ),
    ).toBe(`True\n${NOT_PERMITTED}: '/tmp' True\n`);
  });

  test('writes nowhere but to three folders', async () => {
    expect(
      await print(
        session,
        `for folder in ('/', '/etc', '/usr/lib', '/usr/share', '/dev', '/mnt', '/runtime'):
    print(attempt(open, os.path.join(folder, 'x'), 'w') == f"OSError: [Errno 30] Read-only file system: {os.path.join(folder, 'x')!r}")`,
      ),
    ).toBe('True\n'.repeat(7));
  });

  test('has an environment of its own, in Python and in C', async () => {
    expect(await print(session, 'sorted(os.environ)')).toBe(
      "['HOME', 'LANG', 'MPLBACKEND', 'MPLCONFIGDIR', 'OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'PATH', 'PWD', 'TMPDIR']\n",
    );
    expect(await print(session, "libc.getenv(b'THREADKIT_SECRET')")).toBe('0\n');
  });

  test('does not find a secret in the memory of its own process', async () => {
    // There is no /proc/self/mem; what is left is what Python references.
    expect(
      await print(
        session,
        `import gc
print(any('the-secret' + '-of-the-machine' in text for text in gc.get_objects() if isinstance(text, str)))`,
      ),
    ).toBe('False\n');
    expect(SECRET).toBe('the-secret-of-the-machine');
  });

  test('is no root, and does not become root', async () => {
    expect(
      await print(
        session,
        `print(os.getuid(), os.getgid(), os.getgroups())
print(attempt(os.setuid, 0), attempt(os.setgid, 0), attempt(os.setgroups, [0]))
print(subprocess.check_output(['/usr/bin/id', '-u']))`,
      ),
    ).toMatch(
      /^1000 1000 \[.*\]\nOSError: \[Errno 22\] Invalid argument OSError: \[Errno 22\] Invalid argument PermissionError: \[Errno 1\] Operation not permitted\nb'1000\\n'\n$/,
    );
  });

  test('reaches no process of the machine, and does not end its parent', async () => {
    expect(
      await print(
        session,
        `print(os.getpid(), os.getppid())
print(attempt(os.kill, ${process.pid + 100_000}, 9), attempt(os.kill, ${process.pid > 40 ? process.pid : 41}, 9))
print(attempt(os.kill, os.getppid(), signal.SIGKILL), attempt(os.kill, -1, signal.SIGKILL))`,
      ),
    ).toBe(
      '2 1\nProcessLookupError: [Errno 3] No such process ProcessLookupError: [Errno 3] No such process\nNone ProcessLookupError: [Errno 3] No such process\n',
    );
    expect(await print(session, '"alive"')).toBe("'alive'\n");
  });

  test('makes no system call into the depths of the kernel', async () => {
    const calls: Readonly<Record<string, string>> = {
      ptrace: '(101, 117), 16, 1',
      mount: '(165, 40), 0, 0, 0, 0, 0',
      umount2: '(166, 39), 0, 0',
      pivot_root: '(155, 41), 0, 0',
      'unshare of users': '(272, 97), 0x10000000',
      'unshare of networks': '(272, 97), 0x40000000',
      setns: '(308, 268), 0, 0',
      'clone with new users': '(56, 220), 0x10000011, 0, 0, 0, 0',
      open_by_handle_at: '(304, 265), 0, 0, 0',
      process_vm_readv: '(310, 270), 1, 0, 0, 0, 0, 0',
      pidfd_getfd: '(438, 438), 0, 0, 0',
      keyctl: '(250, 219), 0, 0',
      bpf: '(321, 280), 0, 0, 0',
      perf_event_open: '(298, 241), 0, 0, 0, 0, 0',
      userfaultfd: '(323, 282), 0',
      io_uring_setup: '(425, 425), 1, 0',
      memfd_create: '(319, 279), 0, 0',
      shmget: '(29, 194), 0, 4096, 0o1600',
      mq_open: '(240, 180), 0, 0, 0, 0',
      reboot: '(169, 142), 0, 0, 0, 0',
    };
    for (const [name, code] of Object.entries(calls)) {
      expect([name, await print(session, `call(${code})`)]).toEqual([
        name,
        "(-1, 'Operation not permitted')\n",
      ]);
    }
    expect(await print(session, 'call((435, 435), 0, 0)')).toBe("(-1, 'Function not implemented')\n");
    expect(await print(session, "attempt(os.mknod, 'device', 0o20666, os.makedev(1, 1))")).toBe(
      `'${NOT_PERMITTED}'\n`,
    );
  });

  test('does not raise its limits', async () => {
    expect(
      await print(
        session,
        `kinds = (resource.RLIMIT_AS, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_CORE)
print([resource.getrlimit(kind)[1] for kind in kinds])
print({attempt(resource.setrlimit, kind, (10**12, 10**12)) for kind in kinds})`,
      ),
    ).toBe(`[${256 * MiB}, 32, ${16 * MiB}, 128, 0]\n{'ValueError: not allowed to raise maximum limit'}\n`);
  });

  test('gets a MemoryError for too much memory, and the session goes on', async () => {
    expect(
      await print(
        session,
        `print(attempt(lambda: 'x' * 10**10))
print(attempt(lambda: [bytearray(10**7) for _ in range(1000)]))
print(attempt(mmap.mmap, -1, 10**10))`,
      ),
    ).toBe('MemoryError: \nMemoryError: \nOSError: [Errno 12] Cannot allocate memory\n');
  });

  test('cannot start more processes than its limit', async () => {
    expect(
      await print(
        session,
        `children = []
def bomb():
    while True:
        child = os.fork()
        if child == 0: signal.pause()
        children.append(child)
print(attempt(bomb), len(children))
for child in children:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0);`,
      ),
      // 32 with the first process of the sandbox and Python itself.
    ).toBe('BlockingIOError: [Errno 11] Resource temporarily unavailable 30\n');
  });

  test('fills its folders and no more', async () => {
    expect(
      await print(
        session,
        `def fill(folder):
    count = 0
    try:
        while True:
            with open(f'{folder}/{count}', 'wb') as file: file.write(bytes(2**20))
            count += 1
    finally:
        for name in os.listdir(folder):
            if name.isdigit(): os.remove(f'{folder}/{name}')
print(attempt(fill, '/mnt/data'), attempt(fill, '/tmp'), attempt(fill, '/dev/shm'))
print(attempt(os.truncate, os.open('sparse', os.O_CREAT | os.O_RDWR), 10**10))
os.remove('sparse')`,
      ),
    ).toBe(
      `${Array(3).fill('OSError: [Errno 28] No space left on device').join(' ')}\nOSError: [Errno 27] File too large\n`,
    );
  });

  test('has links, pipes and devices in its folder left out, and files with odd names', async () => {
    const result = await session.execute(`
os.makedirs('sub/deep')
open('sub/deep/file', 'w').write('file')
os.symlink('/usr/lib/os-release', 'link')
os.symlink('/usr/share', 'folder')
os.symlink('..', 'sub/up')
os.mkfifo('pipe')
for name in ('line\\nbreak', 'back\\\\slash', 'half\\udc80', 'x' * 201): open(name, 'w').write('x')
print(attempt(os.link, '/usr/lib/os-release', 'hard'))`);
    expect(result.files.map(({ path }) => path)).toEqual(['/mnt/data/sub/deep/file']);
    expect(logsOf(result)).toBe(
      `OSError: [Errno 18] Invalid cross-device link: '/usr/lib/os-release' -> 'hard'\n${'[Left out: a file whose name is too long or has special characters.]\n'.repeat(4)}`,
    );
    await session.execute(
      'import shutil\nfor name in os.listdir(): shutil.rmtree(name) if os.path.isdir(name) and not os.path.islink(name) else os.remove(name)',
    );
  });

  test('has a file that it replaces by a link after the call not read', async () => {
    const { files } = await session.execute("open('out.txt', 'w').write('text')");
    await session.execute("os.remove('out.txt'); os.symlink('/usr/lib/os-release', 'out.txt')");
    await expect(files[0]?.content()[Symbol.asyncIterator]().next()).rejects.toThrow(/not a regular file/);
    await session.execute("os.remove('out.txt')");
  });

  test('has a file in a folder that it replaces by a link not read', async () => {
    const { files } = await session.execute("os.mkdir('etc'); open('etc/os-release', 'w').write('text')");
    await session.execute("shutil.rmtree('etc'); os.symlink('/usr/lib', 'etc')");
    await expect(files[0]?.content()[Symbol.asyncIterator]().next()).rejects.toThrow(/is a link/);
    await session.execute("os.remove('etc')");
  });

  test('has a limited number and size of files and images', async () => {
    const many = await session.execute(`
for number in range(30): open(f'{number:02}', 'w').write('x')
open('large', 'wb').truncate(9 * 2**20);`);
    expect(many.files.map(({ path }) => path)).toEqual(
      Array.from({ length: 20 }, (_, number) => `/mnt/data/${String(number).padStart(2, '0')}`),
    );
    expect(logsOf(many)).toContain('[Left out: 20: there are more than 20 files.]\n');
    expect(logsOf(many)).toContain('[Left out: 1 more.]\n');
    await session.execute('for name in os.listdir(): os.remove(name)');
    const png =
      "b'\\x89PNG\\r\\n\\x1a\\n\\0\\0\\0\\rIHDR' + (50_000).to_bytes(4, 'big') + (%s).to_bytes(4, 'big')";
    const images = await session.execute(`
for _ in range(25): display(${png.replace('%s', '1')})
display(b'\\x89PNG\\r\\n\\x1a\\n' + bytes(11 * 2**20))`);
    expect(images.outputs.filter(({ type }) => type === 'image').length).toBe(20);
    expect(logsOf(images)).toBe('[Left out: an image: there are more than 20.]\n'.repeat(6));
    const giant = await session.execute(`display(${png.replace('%s', '60_000')})`);
    expect(giant.outputs).toEqual([
      { type: 'logs', logs: '[Left out: an image of 3000000000 pixels. At most 50000000 are kept.]' },
    ]);
  });

  test('has a giant output cut, and an endless one ended', async () => {
    const giant = await session.execute("print('x' * 10**7)");
    expect(logsOf(giant).length).toBeLessThan(100_100);
    expect(logsOf(giant)).toContain(
      '\n[The output is too long: 9,900,001 bytes in the middle are left out.]\n',
    );
    const other = await open();
    const endless = await other.execute("while True: print('x' * 10_000)");
    expect(endless.status).toBe('killed');
    expect(logsOf(endless)).toMatch(/x\n\[The code was stopped: it printed more than 67108864 bytes\.\]$/);
    await other.close();
  });

  test('forges no message that the server believes', async () => {
    const forged = [
      "send({'event': 'file', 'path': '../../etc/passwd', 'bytes': 1}, b'')",
      "send({'event': 'file', 'path': '/etc/passwd', 'bytes': 1}, b'')",
      "send({'event': 'file', 'path': 'a', 'bytes': -1}, b'')",
      "send({'event': 'file', 'path': 'a', 'bytes': 10**12}, b'')",
      "send({'event': 'image'}, b'<svg onload=alert(1)>')",
      "send({'event': 'ready'}, b'')",
      "send({'event': 'chunk'}, b'')",
      "send({'event': 'done'}, b''); send({'event': 'image'}, b'')",
      "send(['done'], b'')",
      'send({}, bytes(20 * 2**20))',
      "[os.write(fd, b'garbage garbage garbage') for fd in range(3, 20) if attempt(os.fstat, fd) and not isinstance(attempt(os.fstat, fd), str)]",
    ];
    for (const code of forged) {
      const other = await open();
      const result = other.execute(
        `frame = sys._getframe()\nwhile 'send' not in frame.f_globals: frame = frame.f_back\nsend = frame.f_globals['send']\n${code}\nsignal.pause()`,
      );
      const { status } = await result;
      // After a forged end of the call, the next message ends the session.
      if (status === 'completed') await until(() => !other.isOpen);
      expect([code, other.isOpen]).toEqual([code, false]);
      if (!code.includes("'done'}")) {
        expect(logsOf(await result)).toBe('[The code was stopped: it disturbed its interpreter.]');
      }
      await other.close();
    }
  });

  test('that closes every descriptor ends its call and nothing else', async () => {
    const other = await open();
    const result = await other.execute('os.closerange(0, 128)');
    expect(result.status).toBe('killed');
    await other.close();
  });

  test('that crashes or leaves the interpreter ends its session and nothing else', async () => {
    for (const [code, reason] of [
      ['ctypes.string_at(0)', 'exit code 139'],
      ['os._exit(7)', 'exit code 7'],
      ['os.kill(os.getpid(), signal.SIGKILL)', 'exit code 137'],
    ] as const) {
      const other = await open();
      const result = await other.execute(code);
      expect(result).toEqual({
        status: 'killed',
        outputs: [{ type: 'logs', logs: `[The interpreter ended: ${reason}.]` }],
        files: [],
      });
      await other.close();
    }
  });

  test('leaves no process behind: daemons end with their session', async () => {
    const name = `tk-daemon-${process.pid % 10_000}`;
    const other = await open();
    await other.execute(`
for _ in range(5):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            rename('${name}')
            for number in range(1, 64): attempt(signal.signal, number, signal.SIG_IGN)
            while True: signal.pause()
        os._exit(0)
    os.wait();`);
    await until(() => countProcesses(name) === 5);
    await other.close();
    expect(countProcesses(name)).toBe(0);
  });

  test('is killed after its time with every process of a fork bomb', async () => {
    const name = `tk-bomb-${process.pid % 10_000}`;
    const clock = createManualClock();
    const other = await open({ setTimer: clock.setTimer });
    const result = other.execute(`
rename('${name}')
while True:
    try: os.fork()
    except OSError: signal.sigtimedwait([], 0.01)`);
    await until(() => countProcesses(name) > 20);
    await clock.advance(60_000);
    expect((await result).status).toBe('timed_out');
    expect(countProcesses(name)).toBe(0);
    await other.close();
  });

  test('is killed when its processes together use too much memory', async () => {
    const other = await open();
    const result = await other.execute(`
for _ in range(6):
    if os.fork() == 0:
        memory = bytearray(60 * 2**20)
        signal.pause()
signal.pause()`);
    expect(result).toEqual({
      status: 'out_of_memory',
      outputs: [
        { type: 'logs', logs: `[The code was stopped: it used more than ${256 * MiB} bytes of memory.]` },
      ],
      files: [],
    });
    await other.close();
  });
});
