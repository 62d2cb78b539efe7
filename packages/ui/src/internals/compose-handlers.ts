interface Preventable {
  readonly defaultPrevented: boolean;
}

/** Calls the caller's handler, then the part's own handler unless the caller called `preventDefault()`. */
export function composeHandlers<E extends Preventable>(
  theirs: ((event: E) => void) | undefined,
  ours: (event: E) => void,
): (event: E) => void {
  return (event) => {
    theirs?.(event);
    if (!event.defaultPrevented) ours(event);
  };
}
