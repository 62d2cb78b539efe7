'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';

export interface OutputImageProps extends Omit<ComponentProps<'img'>, 'src' | 'children'> {
  /** A data URL: nothing is asked for. */
  source: string;
  /** @defaultValue the catalogue's word for an image */
  alt?: string | undefined;
}

/** An image that a tool made, in its own ratio. Renders an `<img>`. */
export function OutputImage({ source, alt, ...props }: OutputImageProps): ReactNode {
  const strings = useStrings();
  return <img data-slot="output-image" src={source} alt={alt ?? strings.tool.image} {...props} />;
}
