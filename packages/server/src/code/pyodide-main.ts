/**
 * Starts Pyodide in a Node process, and speaks with the server through the file descriptors 0 and 3. For `node --eval`; the arguments are the folder of
 * Pyodide, the folder of the session, and that of the packages or an empty text.
 */
export const PYODIDE_MAIN: string = String.raw`
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [pyodideDir, folder, packageDir] = process.argv.slice(1);

// Asynchronous: Pyodide makes Node set the descriptor 0 to not block.
async function readExactly(length) {
  if (length === 0) return new Uint8Array();
  for (;;) {
    const bytes = process.stdin.read(length);
    if (bytes !== null && bytes.length === length) return new Uint8Array(bytes);
    if (bytes !== null || process.stdin.readableEnded) process.exit(0);
    await new Promise((resolve) => process.stdin.once('readable', resolve).once('end', resolve));
  }
}

async function receive() {
  const lengths = await readExactly(8);
  const view = new DataView(lengths.buffer, lengths.byteOffset, 8);
  const header = JSON.parse(new TextDecoder().decode(await readExactly(view.getUint32(0))));
  return { header, payload: await readExactly(view.getUint32(4)) };
}

const pause = new Int32Array(new SharedArrayBuffer(4));

function writeAll(fd, bytes) {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, 1);
    }
  }
}

function send(header, payload) {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const frame = new Uint8Array(8 + json.length + payload.length);
  const lengths = new DataView(frame.buffer);
  lengths.setUint32(0, json.length);
  lengths.setUint32(4, payload.length);
  frame.set(json, 8);
  frame.set(payload, 8 + json.length);
  writeAll(3, frame);
}

const { header: first, payload: source } = await receive();
const { loadPyodide } = await import(pathToFileURL(pyodideDir + '/pyodide.mjs').href);
const print = { write: (bytes) => (writeAll(1, bytes), bytes.length) };
const pyodide = await loadPyodide({
  indexURL: pyodideDir,
  ...(packageDir && { packageBaseUrl: packageDir + '/', packageCacheDir: packageDir, lockFileURL: packageDir + '/pyodide-lock.json' }),
});
pyodide.setStdout(print);
pyodide.setStderr(print);
pyodide.setStdin({ stdin: () => null });
pyodide.FS.mkdirTree('/mnt/data');
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: folder }, '/mnt/data');

const namespace = pyodide.toPy({});
namespace.set('__file__', '<runner>');
namespace.set('__name__', 'threadkit_runner');
namespace.set('send_frame', (json, payload) => {
  const bytes = payload.toJs();
  payload.destroy();
  send(JSON.parse(json), bytes);
});
pyodide.runPython(
  'import json\ndef send(header, payload): send_frame(json.dumps(header), payload)\n' +
    'def receive(text, payload): handle(json.loads(text), payload.to_bytes())\n',
  { globals: namespace },
);
pyodide.runPython(new TextDecoder().decode(source), { globals: namespace, filename: '<runner>' });
pyodide.runPython('start("/mnt/data", json.loads(' + JSON.stringify(JSON.stringify(first.limits)) + '), False)', { globals: namespace });
const handle = namespace.get('receive');
send({ event: 'ready' }, new Uint8Array());

for (;;) {
  const { header, payload } = await receive();
  if (packageDir && header.op === 'execute') {
    const report = (text) => writeAll(1, new TextEncoder().encode(text + '\n'));
    try {
      await pyodide.loadPackagesFromImports(new TextDecoder().decode(payload), { messageCallback() {}, errorCallback: report });
    } catch (error) {
      // A syntax error is in the traceback; a package that is missing, in that of its import.
    }
  }
  try {
    handle(JSON.stringify(header), payload);
  } catch (error) {
    // Not the stack: it has the code of Pyodide, in one line.
    writeAll(2, new TextEncoder().encode(String(error).slice(-1000)));
    process.exit(1);
  }
}
`;
