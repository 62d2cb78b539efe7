import type { ReactElement } from 'react';
import { type PartProps, renderPart } from './render-part.tsx';

export interface ButtonProps extends PartProps<'button'> {
  /** `primary`: ink, the one thing to do · `plain`: a border · `quiet`: words alone · `icon`: a square. */
  variant?: 'primary' | 'plain' | 'quiet' | 'icon' | undefined;
}

/** The kit's own button. Renders a `<button type="button">` in the given variant. */
export function Button({ variant = 'plain', type = 'button', ...props }: ButtonProps): ReactElement {
  return renderPart('button', 'button', { type, ...props }, { variant });
}
