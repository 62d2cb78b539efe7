/** What a clipboard holds, as far as it decides between its files and its text. */
export interface Pasted<TFile extends { readonly name: string }> {
  readonly files: readonly TFile[];
  readonly types: readonly string[];
  /** The `text/plain` entry, empty where there is none. */
  readonly text: string;
}

/**
 * The files to attach of what was pasted; none where it is a text.
 *
 * A copied text may come with a picture of itself (cells of a sheet, words of a text program), and a copied file with
 * its name, path or `file:` address as a text, by system. So files count unless the text comes with a format of its
 * own or has a line that is about none of the files.
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

/** The last part of a name, path or `file:` address. */
function fileName(line: string): string {
  const last = line.slice(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
  if (!line.startsWith('file:')) return last;
  try {
    return decodeURIComponent(last);
  } catch {
    // An address with a stray percent sign names the file as it is.
    return last;
  }
}
