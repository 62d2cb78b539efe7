import { cloneElement, isValidElement, type ReactNode } from 'react';

/**
 * The contents of a part that puts something around what it is given. With `asChild` the only child is the part's
 * element, so that the surroundings go into it.
 *
 * @throws With `asChild` and anything but one element.
 */
export function wrapChildren(
  asChild: boolean | undefined,
  children: ReactNode,
  surround: (inside: ReactNode) => ReactNode,
): ReactNode {
  if (asChild !== true) return surround(children);
  if (!isValidElement<{ children?: ReactNode }>(children)) {
    throw new Error(
      'A part with `asChild` has no single element to be. Give it exactly one element as its child.',
    );
  }
  return cloneElement(children, undefined, surround(children.props.children));
}
