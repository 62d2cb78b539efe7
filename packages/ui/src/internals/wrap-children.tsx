import { cloneElement, isValidElement, type ReactNode } from 'react';

/**
 * Wraps the children of a part. With `asChild` the only child is the part's element, so its children are wrapped.
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
    throw new Error('`asChild` needs exactly one React element as its child.');
  }
  return cloneElement(children, undefined, surround(children.props.children));
}
