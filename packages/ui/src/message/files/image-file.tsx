'use client';

import { useFiles } from '@threadkit/react';
import type { ReactNode } from 'react';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';

/** Where it cannot be loaded the name stays. */
const LoadedImage = lazyPart(
  (parts) => parts.LoadedImage,
  ({ instead }: { instead: ReactNode }) => instead,
);

/** An image of a message that the backend keeps: the image, or its name where there are no files. */
export function ImageFile({ fileId }: { fileId: string }): ReactNode {
  const strings = useStrings();
  const name = <span data-slot="message-file">{strings.markdown.image(fileId)}</span>;
  if (!useFiles()) return name;
  return (
    <LoadedImage fileId={fileId} instead={name}>
      <span data-slot="message-image-place" />
    </LoadedImage>
  );
}
