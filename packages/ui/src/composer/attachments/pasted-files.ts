/** The clipboard content that decides whether files or text are pasted. */
export interface Pasted<TFile extends { readonly name: string }> {
  readonly files: readonly TFile[];
  readonly types: readonly string[];
  /** The `text/plain` entry, or `''`. */
  readonly text: string;
}

/**
 * The files to attach from a paste; none if its text should be pasted.
 *
 * Spreadsheets and word processors also copy text as an image, and operating systems also copy a file as its name, path
 * or `file:` URL. So files are attached unless the text is formatted, or has a line that names none of the files.
 */
export function pastedFiles<TFile extends { readonly name: string }>({
  files,
  types,
  text,
}: Pasted<TFile>): readonly TFile[] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return files;
  const isFormatted = types.includes('text/html') || types.includes('text/rtf');
  const isAboutFiles = lines.every((line) => {
    const named = fileName(line.trim());
    return files.some(({ name }) => name === named);
  });
  return isAboutFiles && !isFormatted ? files : [];
}

/** The last segment of a name, path or `file:` URL. */
function fileName(line: string): string {
  const last = line.slice(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
  if (!line.startsWith('file:')) return last;
  try {
    return decodeURIComponent(last);
  } catch {
    // The URL contains a literal percent sign: the name is not encoded.
    return last;
  }
}
