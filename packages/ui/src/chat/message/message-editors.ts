/** Lets other parts of a chat open its messages for editing. */
export interface MessageEditors {
  /** Makes a message editable through `open`. Returns a function that withdraws it. */
  register(messageKey: string, open: () => void): () => void;
  /** Opens the last of these messages that is registered. Does nothing if none is. */
  openLast(messageKeys: readonly string[]): void;
}

/** Creates the registry of one chat. */
export function createMessageEditors(): MessageEditors {
  const openers = new Map<string, () => void>();
  return {
    register(messageKey, open) {
      openers.set(messageKey, open);
      return () => {
        if (openers.get(messageKey) === open) openers.delete(messageKey);
      };
    },
    openLast(messageKeys) {
      const last = messageKeys.findLast((key) => openers.has(key));
      if (last !== undefined) openers.get(last)?.();
    },
  };
}
