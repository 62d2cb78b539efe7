/** A request as sent. Its idempotency key makes a repetition safe. */
export interface Sent {
  readonly path: string;
  readonly body: object;
  readonly key: string;
}

export interface SeenFrame {
  readonly runId: string;
  readonly seq: number;
  readonly data: string;
}

/** The state of one conversation: only what the server has confirmed. */
export interface Conversation {
  readonly name: string;
  threadId: string | undefined;
  /** Confirmed messages, by id. */
  readonly confirmed: Map<string, string>;
  readonly runs: Set<string>;
  /** Every text sent, confirmed or not. */
  readonly texts: string[];
  /** Number of runs requested, confirmed or not. */
  runsRequested: number;
  /** Number of requests sent, for their keys. */
  requests: number;
  /** The request without a response. */
  unconfirmed: Sent | undefined;
}

/** The conversations of one test and the frames that they read. */
export interface Ledger {
  readonly conversations: readonly Conversation[];
  readonly frames: readonly SeenFrame[];
  addFrame(frame: SeenFrame): void;
  /** Calls `run` when all conversations together have read that many frames. */
  atFrame(count: number, run: () => void): void;
}

export function createLedger(conversations: number): Ledger {
  const frames: SeenFrame[] = [];
  let onFrames: { readonly count: number; readonly run: () => void } | undefined;
  return {
    conversations: Array.from({ length: conversations }, (_, index) => ({
      name: `c${index}`,
      threadId: undefined,
      confirmed: new Map(),
      runs: new Set(),
      texts: [],
      runsRequested: 0,
      requests: 0,
      unconfirmed: undefined,
    })),
    frames,
    addFrame(frame) {
      frames.push(frame);
      if (frames.length === onFrames?.count) onFrames.run();
    },
    atFrame(count, run) {
      onFrames = { count, run };
    },
  };
}
