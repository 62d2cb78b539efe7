import type { CheckedLimits } from './document-limits.ts';
import type { ProcessFailure } from './document-process.ts';
import type { DocumentFormat, DocumentText } from './document-reader.ts';

type FileError = Extract<DocumentText, { readonly error: unknown }>['error'];

const MiB = 1024 * 1024;
const inMiB = (bytes: number): string => `${Math.round((bytes / MiB) * 100) / 100} MiB`;

/** The error of the file, for the user. */
export function explainFailure(
  failure: Exclude<ProcessFailure, 'library_missing'>,
  format: DocumentFormat,
  limits: CheckedLimits,
): FileError {
  const name = format === 'pdf' ? 'PDF' : 'document';
  const split = 'Split it into several files, and upload these.';
  const invalid = (message: string): FileError => ({ code: 'invalid_file', message });
  switch (failure) {
    case 'encrypted':
      return invalid('The PDF is protected by a password. Save it without one, and upload it again.');
    case 'damaged':
      return invalid(
        `The ${name} is damaged. Save it again with the program that made it, and upload it again.`,
      );
    case 'no_text':
      return invalid(
        format === 'pdf'
          ? 'The PDF has no text: its pages may be images. Recognize their text (OCR), and upload it again.'
          : 'The document has no text.',
      );
    case 'no_word_document':
      return {
        code: 'unsupported_file',
        message:
          'The file is an archive, and no Word document (.docx). Upload a PDF, a Word document or text.',
      };
    case 'has_doctype':
      return invalid(
        'The document declares a document type, which Word documents do not. Save it again with Word.',
      );
    case 'pages':
      return invalid(`The PDF has more than ${limits.pages} pages. ${split}`);
    case 'textChars':
      return invalid(`The text of the ${name} has more than ${limits.textChars} characters. ${split}`);
    case 'fileBytes':
      return invalid(`The ${name} is larger than ${inMiB(limits.fileBytes)}. ${split}`);
    case 'unpackedBytes':
      return invalid(
        `The ${name} is larger than ${inMiB(limits.unpackedBytes)} when it is unpacked. ${split}`,
      );
    case 'unpackedRatio':
      return invalid(`The ${name} is more than ${limits.unpackedRatio} times larger when it is unpacked.`);
    case 'archiveEntries':
      return invalid(`The archive of the document has more than ${limits.archiveEntries} files.`);
    case 'memoryBytes':
      return invalid(`Reading the ${name} needs more than ${inMiB(limits.memoryBytes)} of memory. ${split}`);
    case 'timeoutMs':
      return invalid(`Reading the ${name} takes longer than ${limits.timeoutMs / 1000} seconds. ${split}`);
  }
}
