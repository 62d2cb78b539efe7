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

export class Ledger {
  readonly conversations: readonly Conversation[];
  readonly frames: SeenFrame[] = [];
  #onFrames: { readonly count: number; readonly run: () => void } | undefined;

  constructor(conversations: number) {
    this.conversations = Array.from({ length: conversations }, (_, index) => ({
      name: `c${index}`,
      threadId: undefined,
      confirmed: new Map(),
      runs: new Set(),
      texts: [],
      runsRequested: 0,
      requests: 0,
      unconfirmed: undefined,
    }));
  }

  saw(frame: SeenFrame): void {
    this.frames.push(frame);
    if (this.frames.length === this.#onFrames?.count) this.#onFrames.run();
  }

  /** Calls `run` when all conversations together have read that many frames. */
  atFrame(count: number, run: () => void): void {
    this.#onFrames = { count, run };
  }
}
