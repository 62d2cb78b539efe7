/**
 * The program of the process that reads one document: takes it from the standard input, writes its text to the standard output, and exits with 0 or the
 * code of a failure.
 */

import { DocumentFailureError, exitCodeOf } from './document-failure.ts';
import type { CheckedLimits } from './document-limits.ts';
import type { DocumentFormat } from './document-reader.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { createTextSink } from './text-sink.ts';

const WATCH_MS = 500;

const format: DocumentFormat = process.argv[2] === 'pdf' ? 'pdf' : 'zip';
const limits = JSON.parse(process.argv[3] ?? '{}') as CheckedLimits;
const server = process.ppid;

/** Libraries throw anything when they cannot go on, such as the error of a stack that is too deep. */
function exitCodeFor(error: unknown): number {
  if (error instanceof DocumentFailureError) return exitCodeOf(error.failure);
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  return exitCodeOf(isMissing ? 'library_missing' : 'damaged');
}

// Of promises inside a library, and of the output when the server has ended.
process.on('uncaughtException', (error) => process.exit(exitCodeFor(error)));
setInterval(() => {
  if (process.ppid !== server) process.exit(1);
}, WATCH_MS).unref();

async function readStandardInput(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

try {
  const content = await readStandardInput();
  const sink = createTextSink(limits.textChars, (piece) => process.stdout.write(piece));
  await (format === 'pdf' ? readPdf(content, limits, sink) : readDocx(content, limits, sink));
  sink.end();
  process.stdout.write('', () => process.exit(0));
} catch (error) {
  process.exit(exitCodeFor(error));
}
