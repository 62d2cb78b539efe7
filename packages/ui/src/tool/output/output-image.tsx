'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useToolDetailStrings } from '../../locales/tool-detail-strings.ts';

/** Props of `OutputImage`. */
export interface OutputImageProps extends Omit<ComponentProps<'img'>, 'children'> {
  /** A data URL, so that no request is sent. */
  src: string;
  /** @defaultValue the locale's word for an image */
  alt?: string | undefined;
}

/** An image of a tool's output, in its aspect ratio. Renders an `<img>`. */
export function OutputImage({ src, alt, ...props }: OutputImageProps): ReactNode {
  const strings = useToolDetailStrings();
  return <img data-slot="output-image" src={src} alt={alt ?? strings.image} {...props} />;
}
