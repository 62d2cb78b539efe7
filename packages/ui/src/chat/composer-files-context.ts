'use client';

import type { Provider } from 'react';
import type { AttachmentLimits } from '../composer/attachments/attachment-limits.ts';
import type { ComposerFiles } from '../composer/attachments/composer-files.ts';
import { createPartContext } from '../internals/create-part-context.ts';

interface ComposerFilesContextValue {
  /** False if the app allows no files. */
  readonly limits: Partial<AttachmentLimits> | false | undefined;
  /** Called when the attached files change. Keeps its identity. */
  onChange(files: ComposerFiles): void;
}

const [provider, read] = createPartContext<ComposerFilesContextValue>('Chat.Composer');

export const ComposerFilesProvider: Provider<ComposerFilesContextValue | null> = provider;

/** The files of the composer around this part. @throws Outside of `Chat.Composer`, naming `part`. */
export const useComposerFiles: (part: string) => ComposerFilesContextValue = read;
