import type { ReactElement } from 'react';
import { type PrimitiveProps, renderPart } from './render-part.tsx';

/** Props of a button: those of `<button>` and its `variant`. */
export interface ButtonProps extends PrimitiveProps<'button'> {
  /** `primary`: filled, the main action · `plain`: bordered · `quiet`: text only · `icon`: a square. */
  variant?: 'primary' | 'plain' | 'quiet' | 'icon' | undefined;
}

/** Renders a `<button type="button">` in the given variant. */
export function Button({ variant = 'plain', type = 'button', ...props }: ButtonProps): ReactElement {
  return renderPart('button', 'button', { type, ...props }, { variant });
}
