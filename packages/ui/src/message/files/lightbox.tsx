'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { RemoveIcon } from '../../internals/icons/icons.tsx';
import { useFileStrings } from '../../locales/use-file-strings.ts';
import { useBlobSource } from './use-blob-source.ts';

export interface LightboxProps {
  image: Blob;
  alt: string;
  onClose: () => void;
}

/**
 * An image as large as the window allows. Escape, the button and a click beside the image close it, and the focus
 * goes back to where it was. Renders a `<dialog>`.
 */
export function Lightbox({ image, alt, onClose }: LightboxProps): ReactNode {
  const strings = useFileStrings();
  const source = useBlobSource(image);
  const dialog = useRef<HTMLDialogElement>(null);
  // Joins the element to its own modal state, which only a call can change.
  useEffect(() => dialog.current?.showModal?.(), []);
  const close = (): void => dialog.current?.close();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the button and Escape do the same for keyboards
    <dialog
      ref={dialog}
      data-slot="lightbox"
      aria-label={alt}
      onClose={onClose}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) close();
      }}
      // Escape means this window, not the run behind it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <img ref={source} alt={alt} />
      <button type="button" data-slot="lightbox-close" aria-label={strings.close} onClick={close}>
        <RemoveIcon />
      </button>
    </dialog>
  );
}
