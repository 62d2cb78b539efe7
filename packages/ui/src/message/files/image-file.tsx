'use client';

import { useFiles } from '@threadkit/react';
import type { ReactNode } from 'react';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { loadLazyParts } from '../../load-lazy-parts.ts';
import { useStrings } from '../../locales/locale-provider.tsx';

// If the part cannot be loaded, the file name stays.
const LoadedImage = lazyPart(
  loadLazyParts,
  (parts) => parts.LoadedImage,
  ({ instead }: { instead: ReactNode }) => instead,
);

/** An image stored by the backend. Shows its name if the backend has no file operations. */
export function ImageFile({ fileId }: { fileId: string }): ReactNode {
  const strings = useStrings();
  const name = <span data-slot="message-file">{strings.markdown.image(fileId)}</span>;
  if (!useFiles()) return name;
  return (
    <LoadedImage fileId={fileId} instead={name}>
      <span data-slot="message-image-placeholder" />
    </LoadedImage>
  );
}
