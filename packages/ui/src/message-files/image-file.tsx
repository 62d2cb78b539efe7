'use client';

import { useFiles } from '@threadkit/react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../words/words-provider.tsx';

interface LoadedProps {
  fileId: string;
  /** What stands for an image that is not there. */
  instead: ReactNode;
}

// Loaded with the first image. Where that fails the name stays.
const LoadedImage = lazy(() =>
  import('../attachments/file-parts.ts').then(
    (parts) => ({ default: parts.LoadedImage }),
    () => ({ default: ({ instead }: LoadedProps) => instead }),
  ),
);

/** An image of a message that the backend keeps: the image, or its name where there are no files. */
export function ImageFile({ fileId }: { fileId: string }): ReactNode {
  const words = useWords();
  const name = <span data-slot="message-file">{words.markdown.image(fileId)}</span>;
  if (!useFiles()) return name;
  return (
    <Suspense fallback={<span data-slot="message-image-place" />}>
      <LoadedImage fileId={fileId} instead={name} />
    </Suspense>
  );
}
