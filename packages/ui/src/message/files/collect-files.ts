import type { MessageObject } from '@threadkit/core';
import { sanitizeFileName } from '../../internals/sanitize-file-name.ts';

/** A file attached to a message or mentioned in its text. */
export interface NamedFile {
  readonly fileId: string;
  /** The name in the text, if any. Untrusted: the model wrote it. */
  readonly name: string | undefined;
}

const NONE: readonly NamedFile[] = [];

/** Attachments of a message, then files generated according to its text, without duplicates. */
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

/** `sandbox:/mnt/data/report.csv` → `report.csv`. */
function lastOf(path: string): string | undefined {
  const name = sanitizeFileName(path.slice(path.lastIndexOf('/') + 1));
  return name === '' ? undefined : name;
}
