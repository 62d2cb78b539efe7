import { Slot } from 'radix-ui/slot';
import type { ComponentProps, ElementType, ReactElement } from 'react';
import { type PartState, stateAttributes } from './state-attributes.ts';

/** The elements that parts render. */
export type PrimitiveTag =
  | 'article'
  | 'button'
  | 'dd'
  | 'div'
  | 'dl'
  | 'dt'
  | 'form'
  | 'h3'
  | 'li'
  | 'ol'
  | 'p'
  | 'section'
  | 'span'
  | 'textarea'
  | 'time'
  | 'ul';

/** Props of a part that renders `T`: all native props, and `asChild` to render the only child instead. */
export type PrimitiveProps<T extends PrimitiveTag> = ComponentProps<T> & {
  /** Passes the part's attributes, handlers and ref to its only child instead of rendering an element. */
  asChild?: boolean | undefined;
};

/**
 * Renders a part: one element with `data-slot`, its state as `data-*`, and the caller's props. With `asChild`, Radix's Slot
 * merges handlers, `className`, `style` and refs with those of the child.
 */
export function renderPart<T extends PrimitiveTag>(
  tag: T,
  slot: string,
  props: PrimitiveProps<T>,
  state: PartState = {},
): ReactElement {
  const { asChild, ...rest } = props as PrimitiveProps<'div'>;
  const Element: ElementType = asChild === true ? Slot : tag;
  return <Element data-slot={slot} {...stateAttributes(state)} {...rest} />;
}
