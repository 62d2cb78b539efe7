/** A request as it was sent; with its key it can be sent again without being carried out twice. */
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

/** What one conversation knows: only what the server has answered counts as said. */
export interface Conversation {
  readonly name: string;
  threadId: string | undefined;
  /** Messages the server has confirmed, by id. */
  readonly confirmed: Map<string, string>;
  readonly runs: Set<string>;
  /** Every text that was sent, confirmed or not. */
  readonly texts: string[];
  /** How many runs were asked for, confirmed or not. */
  runsAsked: number;
  /** How many requests were sent: makes their keys. */
  requests: number;
  /** The request whose answer never came. */
  unanswered: Sent | undefined;
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
      runsAsked: 0,
      requests: 0,
      unanswered: undefined,
    }));
  }

  saw(frame: SeenFrame): void {
    this.frames.push(frame);
    if (this.frames.length === this.#onFrames?.count) this.#onFrames.run();
  }

  /** Calls when that many frames have been read by all conversations together. */
  atFrame(count: number, run: () => void): void {
    this.#onFrames = { count, run };
  }
}
