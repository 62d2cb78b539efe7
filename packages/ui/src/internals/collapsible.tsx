'use client';

import { Content, Root, Trigger } from 'radix-ui/collapsible';
import type { ComponentType } from 'react';
import type { PrimitiveProps } from './render-part.tsx';

/** Open state, controlled or uncontrolled. */
export interface CollapsibleProps {
  /** Controlled open state. */
  open?: boolean | undefined;
  /** Uncontrolled initial state. @defaultValue false */
  defaultOpen?: boolean | undefined;
  /** Called when the user opens or closes the part. */
  onOpenChange?: ((open: boolean) => void) | undefined;
}

// Radix's optional props do not accept an explicit `undefined`; props of parts do.

/** Provides the open state to its trigger and content. Renders a `<div>`. */
export const CollapsibleRoot = Root as ComponentType<PrimitiveProps<'div'> & CollapsibleProps>;

/** Toggles the content. Renders a `<button>`. */
export const CollapsibleTrigger = Trigger as ComponentType<PrimitiveProps<'button'>>;

/** Renders its children only while open, in a `<div>` that is hidden otherwise. */
export const CollapsibleContent = Content as ComponentType<PrimitiveProps<'div'>>;
