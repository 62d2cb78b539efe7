'use client';

import { useQuery } from '@tanstack/react-query';
import { useClient } from '@threadkit/react';
import { fileContentOptions } from '@threadkit/react/query';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { RemoveIcon } from '../../internals/icons/icons.tsx';
import { useFileStrings } from '../../locales/file-strings.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useBlobSource } from './use-blob-source.ts';
import { useImage } from './use-image.ts';

// Loaded with the first press on an image. If that fails, the image stays as large as it is.
const Lightbox = lazy(() =>
  import('./lightbox.tsx').catch((): { default: () => ReactNode } => ({ default: () => null })),
);

interface LoadedImageProps {
  fileId: string;
  /** Rendered when the file is missing or not an image. */
  instead: ReactNode;
  /** @defaultValue the locale's words for an attached image */
  alt?: string | undefined;
}

/** An image fetched through the client, which opens in a lightbox. A placeholder of its width while it loads. */
export function LoadedImage({ fileId, instead, alt }: LoadedImageProps): ReactNode {
  const { data, isError } = useQuery(fileContentOptions(useClient(), fileId));
  const image = useImage(data);
  if (isError || image === null) return instead;
  if (image === undefined) return <span data-slot="message-image-placeholder" />;
  return <OpenableImage image={image} alt={alt} />;
}

function OpenableImage({ image, alt: given }: { image: Blob; alt: string | undefined }): ReactNode {
  const strings = useStrings();
  const fileStrings = useFileStrings();
  const source = useBlobSource(image);
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const alt = given ?? strings.message.attachedImage;
  return (
    <>
      <button
        ref={opener}
        type="button"
        data-slot="message-image-open"
        aria-label={fileStrings.enlarge(alt)}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <img ref={source} data-slot="message-image" alt={alt} />
      </button>
      {isOpen && (
        <Suspense>
          <Lightbox
            imageRef={source}
            alt={alt}
            closeLabel={fileStrings.close}
            closeIcon={<RemoveIcon />}
            opener={opener}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
