import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { setTimer } from '../shared/timers.ts';
import { pdfLines, pdfOfObjects, pdfOfPages, pdfStream } from '../testing/pdf-document.ts';
import { type DocumentLimits, readLimits } from './document-limits.ts';
import { type ProcessOptions, type ProcessResult, readInProcess } from './document-process.ts';

const MiB = 1024 * 1024;
const SMALL = { memoryBytes: 256 * MiB };
const pids: number[] = [];

interface Reading extends Partial<Omit<ProcessOptions, 'limits'>> {
  readonly limits?: DocumentLimits;
  readonly signal?: AbortSignal;
}

function read(
  bytes: Uint8Array<ArrayBuffer>,
  { limits, signal = new AbortController().signal, onStart, ...options }: Reading = {},
): Promise<ProcessResult> {
  const content = new Blob([bytes]).stream();
  return readInProcess(
    { format: 'pdf', content, signal },
    {
      limits: readLimits(limits, 'test'),
      setTimer,
      ...options,
      onStart(pid) {
        pids.push(pid);
        onStart?.(pid);
      },
    },
  );
}

afterEach(() => {
  for (const pid of pids.splice(0)) expect(() => process.kill(pid, 0), `process ${pid}`).toThrow('ESRCH');
});

describe('PDF files', () => {
  it('a file with too many pages is refused', async () => {
    const kids = '3 0 R '.repeat(100_000);
    const file = pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count 100000 >>`,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
    ]);
    expect(await read(file)).toEqual({ failure: 'pages' });
  });

  it.each([
    ['a page tree that contains itself', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'],
    ['pages that do not exist', '<< /Type /Pages /Kids [7 0 R 8 0 R] /Count 2 >>'],
  ])('a file with %s is damaged', async (_, pages) => {
    const file = pdfOfObjects(['<< /Type /Catalog /Pages 2 0 R >>', pages]);
    expect(await read(file)).toEqual({ failure: 'damaged' });
  });

  it('objects that are nested too deeply are an error of the file', async () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    const file = pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids ${deep} /Count 1 >>`,
    ]);
    expect(await read(file)).toEqual({ failure: 'damaged' });
  });

  it('a content that unpacks to more than fits ends at the limit of memory', async () => {
    const once = deflateSync(Buffer.alloc(400 * MiB, ' '), { level: 1 });
    const twice = deflateSync(once).toString('latin1');
    const file = pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
      pdfStream(twice, '/Filter [/FlateDecode /FlateDecode]'),
    ]);
    expect(file.byteLength).toBeLessThan(MiB);
    expect(await read(file, { limits: SMALL })).toEqual({ failure: 'memoryBytes' });
  });

  it('forms and fonts that contain themselves end', async () => {
    const form = '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>';
    const glyphs = `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 65 /Widths [1]
/CharProcs << /a 7 0 R >> /Encoding << /Differences [65 /a] >> /Resources << /Font << /F 6 0 R >> >> >>`;
    const file = pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> /Font << /F 6 0 R >> >> >>',
      pdfStream('/X Do BT /F 1 Tf (A) Tj ET'),
      pdfStream('/X Do /X Do', form),
      glyphs,
      pdfStream('BT /F 1 Tf (A) Tj ET'),
    ]);
    expect(await read(file)).toEqual({ text: 'a' });
  });

  it('scripts, actions and links do nothing', async () => {
    const requests: string[] = [];
    const listener = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void listener.close());
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
    const file = pdfOfPages([pdfLines('text')], {
      catalog: `/OpenAction << /S /JavaScript /JS (app.launchURL\\("${url}/js"\\);) /Next << /S /Launch /F (/bin/sh) >> >>
/AA << /WC << /S /SubmitForm /F (${url}/form) >> >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (this.submitForm\\("${url}/names"\\)) >>] >> >>`,
      page: `/AA << /O << /S /URI /URI (${url}/open) >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${url}/link) >> >>
<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /Type /Filespec /FS /URL /F (${url}/file) >> >>]`,
    });
    expect(await read(file)).toEqual({ text: 'text' });
    expect(requests).toEqual([]);
  });

  it('a file with a password is refused', async () => {
    const value = '<' + '28'.repeat(32) + '>';
    const encryption = `<< /Filter /Standard /V 1 /R 2 /O ${value} /U ${value} /P -4 >>`;
    const file = pdfOfObjects(
      ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', encryption],
      '/Encrypt 3 0 R /ID [<00> <00>]',
    );
    expect(await read(file)).toEqual({ failure: 'encrypted' });
  });

  it.each([
    '%PDF-',
    '%PDF-1.7\n%%EOF',
    `%PDF-1.7\n${'1 0 obj '.repeat(50_000)}`,
    `%PDF-1.7\n${'\x80\xff'.repeat(9999)}`,
  ])('a file without objects is damaged', async (content) => {
    expect(await read(Uint8Array.from(Buffer.from(content, 'latin1')))).toEqual({ failure: 'damaged' });
  });

  it('a text that is too long ends at the limit', async () => {
    const file = pdfOfPages(
      Array.from({ length: 3 }, () => pdfLines(...Array.from({ length: 40 }, () => 'ten chars.'))),
    );
    expect(await read(file, { limits: { textChars: 1000 } })).toEqual({ failure: 'textChars' });
  });
});

describe('the process', () => {
  const endless = (): ReadableStream<Uint8Array<ArrayBuffer>> =>
    new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000)) });
  const options = { limits: readLimits({ fileBytes: 5 * MiB }, 'test'), setTimer };

  it('is killed when the file is too large, and the file is not read to its end', async () => {
    const content = endless();
    const { signal } = new AbortController();
    const result = await readInProcess(
      { format: 'pdf', content, signal },
      { ...options, onStart: (pid) => pids.push(pid) },
    );
    expect(result).toEqual({ failure: 'fileBytes' });
    expect(content.locked).toBe(false);
  });

  it('is killed when its time is over', async () => {
    let expire = (): void => {};
    const reading = read(pdfOfPages([pdfLines('text')]), {
      setTimer(run) {
        expire = run;
        return () => {};
      },
      onStart: () => queueMicrotask(() => expire()),
    });
    expect(await reading).toEqual({ failure: 'timeoutMs' });
  });

  it('is killed when the signal aborts', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    const reading = read(pdfOfPages([pdfLines('text')]), {
      signal: abort.signal,
      onStart: () => queueMicrotask(() => abort.abort(reason)),
    });
    await expect(reading).rejects.toBe(reason);
  });

  it('is killed when the content cannot be read', async () => {
    const reason = new Error('gone');
    const content = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.error(reason),
    });
    const { signal } = new AbortController();
    const onStart = (pid: number): void => void pids.push(pid);
    await expect(readInProcess({ format: 'zip', content, signal }, { ...options, onStart })).rejects.toBe(
      reason,
    );
  });

  it('a process that dies is an error of the server', async () => {
    const reading = read(pdfOfPages([pdfLines('text')]), {
      onStart: (pid) => process.kill(pid, 'SIGTERM'),
    });
    await expect(reading).rejects.toThrow('The process that reads documents ended with signal SIGTERM');
  });
});
