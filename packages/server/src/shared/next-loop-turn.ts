/** Resolves in a later turn of the event loop, so that what came in meanwhile is handled first. */
export type WaitForLoop = () => Promise<void>;

/** Of Node and Bun. Elsewhere a timer, which takes a millisecond or more. */
const { setImmediate: schedule } = globalThis as { readonly setImmediate?: (run: () => void) => unknown };

export const nextLoopTurn: WaitForLoop = () =>
  new Promise((resolve) => {
    if (schedule) schedule(resolve);
    else setTimeout(resolve, 0);
  });
