'use client';

import { useQuery } from '@tanstack/react-query';
import { useClient } from '@threadkit/react';
import { fileContentOptions } from '@threadkit/react/query';
import { type ReactNode, useState } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useFileStrings } from '../../locales/use-file-strings.ts';
import { Lightbox } from './lightbox.tsx';
import { useBlobSource } from './use-blob-source.ts';
import { useImage } from './use-image.ts';

interface LoadedImageProps {
  fileId: string;
  /** What stands for an image that is not there. */
  instead: ReactNode;
}

/** An image fetched through the client; opens large. Until it is there, still ground of its width. */
export function LoadedImage({ fileId, instead }: LoadedImageProps): ReactNode {
  const { data, isError } = useQuery(fileContentOptions(useClient(), fileId));
  const image = useImage(data);
  if (isError || image === null) return instead;
  if (image === undefined) return <span data-slot="message-image-place" />;
  return <OpenableImage image={image} />;
}

function OpenableImage({ image }: { image: Blob }): ReactNode {
  const strings = useStrings();
  const say = useFileStrings();
  const source = useBlobSource(image);
  const [isOpen, setIsOpen] = useState(false);
  const alt = strings.message.attachedImage;
  return (
    <>
      <button
        type="button"
        data-slot="message-image-open"
        aria-label={say.enlarge(alt)}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <img ref={source} data-slot="message-image" alt={alt} />
      </button>
      {isOpen && <Lightbox image={image} alt={alt} onClose={() => setIsOpen(false)} />}
    </>
  );
}
