/** Lets other parts of a chat open its messages for editing. */
export interface MessageEditors {
  /** Makes a message editable through `open`. Returns a function that withdraws it. */
  register(messageKey: string, open: () => void): () => void;
  /** Opens the last of these messages that is registered. Does nothing if none is. */
  openLast(messageKeys: readonly string[]): void;
}

/** Creates the registry of one chat. */
export function createMessageEditors(): MessageEditors {
  const openByKey = new Map<string, () => void>();
  return {
    register(messageKey, open) {
      openByKey.set(messageKey, open);
      return () => {
        if (openByKey.get(messageKey) === open) openByKey.delete(messageKey);
      };
    },
    openLast(messageKeys) {
      const last = messageKeys.findLast((key) => openByKey.has(key));
      if (last !== undefined) openByKey.get(last)?.();
    },
  };
}
