'use client';

import * as Dialog from 'radix-ui/dialog';
import type { ReactNode, Ref, RefObject } from 'react';
import { showInTopLayer } from '../../internals/show-in-top-layer.ts';

export interface LightboxProps {
  /** Sets the image's source. */
  imageRef: Ref<HTMLImageElement>;
  alt: string;
  closeLabel: string;
  closeIcon: ReactNode;
  /** Receives the focus when the lightbox closes. */
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/**
 * A modal dialog with an image as large as the window allows. Escape, the close button and a click beside the image
 * close it. Renders a `<div>` in the top layer.
 *
 * Without Radix's Overlay, which locks scrolling by a `<style>` element that strict policies refuse. Strings and icon
 * are props: importing their modules would split them from the main chunk.
 */
export default function Lightbox({
  imageRef,
  alt,
  closeLabel,
  closeIcon,
  opener,
  onClose,
}: LightboxProps): ReactNode {
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Content
        ref={showInTopLayer}
        data-slot="lightbox"
        aria-label={alt}
        onClick={({ target, currentTarget }) => {
          if (target === currentTarget) onClose();
        }}
        // Escape closes the lightbox only; without this it would also stop the run.
        onEscapeKeyDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          opener.current?.focus();
        }}
      >
        <img ref={imageRef} alt={alt} />
        <Dialog.Close data-slot="lightbox-close" aria-label={closeLabel}>
          {closeIcon}
        </Dialog.Close>
      </Dialog.Content>
    </Dialog.Root>
  );
}
