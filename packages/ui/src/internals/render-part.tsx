import { Slot } from 'radix-ui/slot';
import type { ComponentProps, ElementType, ReactElement } from 'react';
import { type PartState, stateAttributes } from './state-attributes.ts';

/** The elements that parts render. */
export type PartTag =
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

/** Props of a part that renders `T`: every native one, and `asChild` to render the only child instead. */
export type PartProps<T extends PartTag> = ComponentProps<T> & {
  /** Puts the part's attributes, handlers and ref on its only child instead of an element of its own. */
  asChild?: boolean | undefined;
};

/**
 * Every part renders through here: one element, `data-slot` with its name, its state as `data-*`, and all the
 * caller's props. With `asChild` Radix's Slot merges handlers, `className`, `style` and refs with the child's.
 */
export function renderPart<T extends PartTag>(
  tag: T,
  slot: string,
  props: PartProps<T>,
  state: PartState = {},
): ReactElement {
  const { asChild, ...rest } = props as PartProps<'div'>;
  const Element: ElementType = asChild === true ? Slot : tag;
  return <Element data-slot={slot} {...stateAttributes(state)} {...rest} />;
}
