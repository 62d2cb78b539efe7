/**
 * The Python side of a session, for CPython and Pyodide. `handle(header, payload)` does what one message of the server asks for, and calls `send(header,
 * payload)`. Code of users runs in the same interpreter and can change all of it: nothing here protects the server, which checks each message.
 *
 * Expects the global `send`; `start(folder, limits, uses_pid)` must be called first.
 */
export const PYTHON_RUNNER: string = String.raw`
import ast, builtins, importlib.abc, importlib.util, linecache, os, stat, sys, threading, traceback, types

ENTRIES = 10000
NAME_CHARS = 200
PNG = b'\x89PNG\r\n\x1a\n'
BACKEND = 'threadkit_images'

class Session: pass
session = Session()

def start(folder, limits, has_processes):
    session.folder = os.path.realpath(folder)
    session.limits = limits
    session.pid = os.getpid() if has_processes else None
    session.cells = 0
    session.seen = {}
    session.left_out = []
    session.images = 0
    session.lock = threading.RLock()
    session.streams = (sys.stdout, sys.stderr)
    module = types.ModuleType('__main__')
    module.__builtins__ = builtins
    module.display = display
    sys.modules['__main__'] = module
    session.namespace = module.__dict__
    os.chdir(session.folder)
    os.environ['MPLBACKEND'] = 'module://' + BACKEND
    sys.meta_path.append(BackendFinder())

def write_out(data):
    view = memoryview(data)
    try:
        while view: view = view[os.write(1, view):]
    except OSError:
        pass  # The code has closed its output.

def flush():
    for stream in (sys.stdout, sys.stderr):
        try: stream.flush()
        except BaseException: pass

def print_text(text):
    flush()
    write_out(text.encode('utf-8', 'backslashreplace'))

# A process that the code has forked must not speak for the session.
def is_runner():
    return session.pid is None or os.getpid() == session.pid

def send_image(png):
    with session.lock:
        if not is_runner(): return
        if session.images >= session.limits['images']:
            session.left_out.append('an image: there are more than %d' % session.limits['images'])
        elif len(png) > session.limits['imageBytes']:
            session.left_out.append('an image of %d bytes: at most %d are kept' % (len(png), session.limits['imageBytes']))
        else:
            session.images += 1
            send({'event': 'image'}, png)

# Like the function of IPython: images become images, everything else is printed.
def display(*values):
    for value in values:
        png = value if isinstance(value, (bytes, bytearray)) else None
        if png is None:
            represent = getattr(value, '_repr_png_', None)
            png = represent() if callable(represent) and not isinstance(value, type) else None
        if isinstance(png, tuple): png = png[0]
        if isinstance(png, (bytes, bytearray)) and png[:8] == PNG: send_image(bytes(png))
        else: print(repr(value))

def show_figures(*args, **kwargs):
    import io
    from matplotlib._pylab_helpers import Gcf
    try:
        for manager in Gcf.get_all_fig_managers():
            data = io.BytesIO()
            manager.canvas.figure.savefig(data, format='png')
            send_image(data.getvalue())
    finally:
        Gcf.destroy_all()

class BackendFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        return importlib.util.spec_from_loader(name, self) if name == BACKEND else None
    def create_module(self, spec): return None
    def exec_module(self, module):
        from matplotlib.backend_bases import FigureManagerBase
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        module.FigureCanvas = FigureCanvasAgg
        module.FigureManager = FigureManagerBase
        module.show = show_figures

def run_cell(code):
    session.cells += 1
    name = '<cell %d>' % session.cells
    tree = ast.parse(code, name)
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr) and not code.rstrip().endswith(';'):
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, name, 'exec'), session.namespace)
    if last is not None:
        value = eval(compile(last, name, 'eval'), session.namespace)
        if value is not None: display(value)

def print_error(error):
    tail = error.__traceback__
    # The frames before the code of the call mean nothing to the reader. A syntax error has no others.
    while tail is not None and not tail.tb_frame.f_code.co_filename.startswith('<cell '): tail = tail.tb_next
    print_text(''.join(traceback.format_exception(type(error), error, tail)))

def guarded(step, *args):
    try:
        step(*args)
    except SystemExit as error:
        if is_runner() and error.code not in (None, 0): print_text('SystemExit: %s\n' % (error.code,))
    except BaseException as error:
        if is_runner():
            try: print_error(error)
            except BaseException: print_text('%s\n' % type(error).__name__)
    if not is_runner():
        flush()
        os._exit(0)

def execute(code, mark):
    session.left_out = []
    session.images = 0
    sys.stdout, sys.stderr = session.streams
    guarded(run_cell, code)
    if 'matplotlib._pylab_helpers' in sys.modules: guarded(show_figures)
    flush()
    send_changes()
    for reason in session.left_out[:10]: print_text('[Left out: %s.]\n' % reason)
    if len(session.left_out) > 10: print_text('[Left out: %d more.]\n' % (len(session.left_out) - 10))
    flush()
    write_out(bytes.fromhex(mark))
    send({'event': 'done'}, b'')

def list_files():
    found = {}
    folders = ['']
    count = 0
    while folders:
        folder = folders.pop()
        with os.scandir(os.path.join(session.folder, folder)) as entries:
            for entry in entries:
                count += 1
                if count > ENTRIES:
                    session.left_out.append('files: the folder has more than %d' % ENTRIES)
                    return found
                path = os.path.join(folder, entry.name)
                info = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(info.st_mode): folders.append(path)
                elif stat.S_ISREG(info.st_mode): found[path] = (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)
    return found

def is_sendable(path):
    return len(path.encode('utf-8', 'surrogateescape')) <= NAME_CHARS and path.isprintable() and '\\' not in path

def send_changes():
    try: found = list_files()
    except OSError as error:
        session.left_out.append('files: %s' % error)
        return
    changed = sorted(path for path, info in found.items() if session.seen.get(path) != info)
    session.seen = found
    count = total = 0
    for path in changed:
        size = found[path][0]
        if not is_sendable(path): session.left_out.append('a file whose name is too long or has special characters')
        elif count >= session.limits['files']: session.left_out.append('%s: there are more than %d files' % (path, session.limits['files']))
        elif total + size > session.limits['fileBytes']: session.left_out.append('%s: the files have more than %d bytes' % (path, session.limits['fileBytes']))
        else:
            count += 1
            total += size
            send({'event': 'file', 'path': path, 'bytes': size}, b'')

# Only below the folder, and never through a link.
def open_file(path, flags):
    full = os.path.join(session.folder, path)
    parent = os.path.dirname(full)
    if flags & os.O_CREAT: os.makedirs(parent, exist_ok=True)
    if os.path.realpath(parent) != parent: raise OSError('a part of the path is a link')
    if os.path.lexists(full) and not stat.S_ISREG(os.lstat(full).st_mode): raise OSError('not a regular file')
    fd = os.open(full, flags | os.O_NOFOLLOW | os.O_NONBLOCK, 0o644)
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise OSError('not a regular file')
    return fd

def write_file(path, is_first, data):
    fd = open_file(path, os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if is_first else os.O_APPEND))
    try:
        view = memoryview(data)
        while view: view = view[os.write(fd, view):]
        info = os.fstat(fd)
    finally:
        os.close(fd)
    info = os.lstat(os.path.join(session.folder, path))
    session.seen[path] = (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)

def read_file(path, offset, length):
    fd = open_file(path, os.O_RDONLY)
    try:
        os.lseek(fd, offset, os.SEEK_SET)
        return os.read(fd, length)
    finally:
        os.close(fd)

def handle(header, payload):
    op = header['op']
    if op == 'execute':
        execute(payload.decode('utf-8', 'replace'), header['mark'])
        return
    try:
        if op == 'write':
            write_file(header['path'], header['first'], payload)
            send({'event': 'written'}, b'')
        else:
            send({'event': 'chunk'}, read_file(header['path'], header['offset'], header['length']))
    except BaseException as error:
        send({'event': 'failed', 'message': str(error)[:500]}, b'')
`;

/** Speaks with the server through the file descriptors 0 and 3. For `python3 -c`. */
export const CPYTHON_MAIN: string = String.raw`
import json, os, struct, sys, types

# The code gets neither the messages as its input, nor descriptors with known numbers to write to.
reader, writer = os.dup(0), os.dup(3)
os.close(3)
null = os.open('/dev/null', os.O_RDONLY)
os.dup2(null, 0)
os.close(null)
os.dup2(1, 2)
for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(encoding='utf-8', errors='backslashreplace', line_buffering=True)

def read_exactly(length):
    parts = []
    while length > 0:
        part = os.read(reader, min(length, 1 << 20))
        if not part: os._exit(0)
        parts.append(part)
        length -= len(part)
    return b''.join(parts)

def receive():
    header, payload = struct.unpack('>II', read_exactly(8))
    return json.loads(read_exactly(header)), read_exactly(payload)

def send(header, payload):
    text = json.dumps(header).encode()
    view = memoryview(struct.pack('>II', len(text), len(payload)) + text + payload)
    while view: view = view[os.write(writer, view):]

first, source = receive()
runner = types.ModuleType('threadkit_runner')
runner.__file__ = '<runner>'
runner.send = send
exec(compile(source, '<runner>', 'exec'), runner.__dict__)
runner.start(first['folder'], first['limits'], True)
send({'event': 'ready'}, b'')
while True:
    runner.handle(*receive())
`;
