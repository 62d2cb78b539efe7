import { isRecord } from '../shared/is-record.ts';
import { checkNames, wrongOption } from '../shared/option-values.ts';
import { type SetTimer, setTimer as systemTimer } from '../shared/timers.ts';
import { type DocumentLimits, readLimits } from './document-limits.ts';
import { readInProcess } from './document-process.ts';
import type { DocumentFormat, DocumentReader } from './document-reader.ts';
import { explainFailure } from './explain-failure.ts';
import { installedFormats } from './installed-libraries.ts';
import { createTurns } from './turns.ts';

/** Options of {@link documentReader}. */
export interface DocumentReaderOptions {
  /** @defaultValue see each limit */
  readonly limits?: DocumentLimits | undefined;
  /** For tests. @defaultValue timers of the system */
  readonly setTimer?: SetTimer | undefined;
}

const NAME = 'documentReader';
const MAX_PROCESSES = 2;
const NOT_INSTALLED: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'This server does not read PDF files. Convert the file to text, and upload it again.',
  zip: 'This server does not read Word documents or other archives. Convert the file to text, and upload it again.',
};

/**
 * Reads the text of PDF files with `pdfjs-dist`, and of Word documents (`.docx`) with `yauzl`: optional peers, of which one is enough. Each file is read in a Node
 * process of its own, at most two at once, which has no environment, may read modules only, and is killed at a limit.
 *
 * @throws `TypeError` or `RangeError` for a wrong option. `Error` when neither library is installed.
 */
export function documentReader(options: DocumentReaderOptions = {}): DocumentReader {
  if (!isRecord(options))
    throw wrongOption(`The argument of ${NAME}`, options, 'Pass an object, or nothing.');
  const { setTimer = systemTimer, ...named }: DocumentReaderOptions = options;
  checkNames(named, ['limits'], NAME, 'option');
  const limits = readLimits(named.limits, NAME);
  const formats = installedFormats();
  if (formats.size === 0) {
    throw new Error(
      `${NAME} needs pdfjs-dist for PDF files, and yauzl for Word documents. Install one or both: npm install pdfjs-dist yauzl.`,
    );
  }
  const turns = createTurns(MAX_PROCESSES);
  return {
    async readText({ format, content, signal }) {
      try {
        if (!formats.has(format)) {
          return { error: { code: 'unsupported_file', message: NOT_INSTALLED[format] } };
        }
        const result = await turns.take(signal, () =>
          readInProcess({ format, content, signal }, { limits, setTimer }),
        );
        if ('text' in result) return result;
        if (result.failure === 'library_missing')
          throw new Error(`The process of ${NAME} does not find its library.`);
        return { error: explainFailure(result.failure, format, limits) };
      } finally {
        if (!content.locked) await content.cancel().catch(() => {});
      }
    },
  };
}
