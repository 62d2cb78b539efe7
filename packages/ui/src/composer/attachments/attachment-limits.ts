import type { RejectionReason } from './attachment.ts';

/** Limits for the files of a message. */
export interface AttachmentLimits {
  /** Maximum number of files. @defaultValue 10, the limit of the API */
  readonly fileCount: number;
  /** Maximum size of a file in bytes. @defaultValue 20 MiB, the default of Threadkit's server */
  readonly fileBytes: number;
  /** Accepted types in the format of the `accept` attribute: `image/*, text/csv, .pdf`. @defaultValue all types */
  readonly accept: string;
}

/** The limits that apply where `limits` names none. */
export const DEFAULT_LIMITS: AttachmentLimits = { fileCount: 10, fileBytes: 20 * 1024 * 1024, accept: '' };

/** Why a file cannot be added to `count` other files, or `undefined` if it can. */
export function findRejectionReason(
  file: Pick<File, 'name' | 'size' | 'type'>,
  count: number,
  limits: AttachmentLimits,
): RejectionReason | undefined {
  if (!isAccepted(file, limits.accept)) return 'wrong-type';
  if (file.size === 0) return 'empty';
  if (file.size > limits.fileBytes) return 'too-large';
  return count >= limits.fileCount ? 'too-many' : undefined;
}

/** Applies `accept`, because dropped and pasted files bypass the file picker. */
function isAccepted({ name, type }: Pick<File, 'name' | 'type'>, accept: string): boolean {
  const rules = accept
    .toLowerCase()
    .split(',')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '');
  return (
    rules.length === 0 ||
    rules.some((rule) => {
      if (rule.startsWith('.')) return name.toLowerCase().endsWith(rule);
      if (rule.endsWith('/*')) return type.toLowerCase().startsWith(rule.slice(0, -1));
      return type.toLowerCase() === rule;
    })
  );
}
