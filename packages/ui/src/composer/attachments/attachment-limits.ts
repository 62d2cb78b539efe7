import type { Refusal } from './attachment.ts';

/** What a message may carry. */
export interface AttachmentLimits {
  /** Files a message. @defaultValue 10, which is what the contract allows */
  readonly count: number;
  /** Bytes a file. @defaultValue 20 MiB, which is the server's own default */
  readonly bytes: number;
  /** As the `accept` attribute: `image/*`, `text/csv`, `.pdf`, comma-separated. @defaultValue any */
  readonly accept: string;
}

export const DEFAULT_LIMITS: AttachmentLimits = { count: 10, bytes: 20 * 1024 * 1024, accept: '' };

/** Why a file beside `count` others is not taken; undefined where it is. */
export function refusalOf(
  file: Pick<File, 'name' | 'size' | 'type'>,
  count: number,
  limits: AttachmentLimits,
): Refusal | undefined {
  if (!isAccepted(file, limits.accept)) return 'wrong-type';
  if (file.size === 0) return 'empty';
  if (file.size > limits.bytes) return 'too-large';
  return count >= limits.count ? 'too-many' : undefined;
}

/** What the picker filters by; what is dropped or pasted comes past it. */
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
