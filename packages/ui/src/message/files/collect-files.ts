import type { MessageObject } from '@threadkit/core';
import { sanitizeFileName } from '../../internals/sanitize-file-name.ts';

/** A file that a message carries or tells of. */
export interface NamedFile {
  readonly fileId: string;
  /** Where the message says it. Untrusted: the model wrote it. */
  readonly name: string | undefined;
}

const NONE: readonly NamedFile[] = [];

/** What is attached to a message, then what its text says was made, each file once. */
export function collectFiles({
  content,
  attachments,
}: Pick<MessageObject, 'content' | 'attachments'>): readonly NamedFile[] {
  const found = new Map<string, NamedFile>();
  for (const { file_id: fileId } of attachments ?? []) {
    if (fileId !== undefined) found.set(fileId, { fileId, name: undefined });
  }
  for (const part of content) {
    if (part.type !== 'text') continue;
    for (const annotation of part.text.annotations) {
      if (annotation.type !== 'file_path') continue;
      const fileId = annotation.file_path.file_id;
      found.set(fileId, { fileId, name: lastOf(annotation.text) });
    }
  }
  return found.size === 0 ? NONE : [...found.values()];
}

/** `sandbox:/mnt/data/report.csv` is called `report.csv`. */
function lastOf(path: string): string | undefined {
  const name = sanitizeFileName(path.slice(path.lastIndexOf('/') + 1));
  return name === '' ? undefined : name;
}
