import type { ThreadkitError } from '../../errors/threadkit-error.ts';
import type { ClosedReason, WaitReason } from '../../tools/tool-call.ts';
import type { ToolCallResult } from '../../tools/tool-output.ts';

/**
 * The state of one call in this page. `input` is what the model wrote, or the edited arguments. Without a `result`, `text` approves a
 * call that the server executes.
 */
export type CallRecord = { readonly input: unknown } & (
  | {
      readonly state: 'waiting';
      readonly waitReason: WaitReason;
      readonly expiresAt: number;
      /** Why `input`, which the user edited, was refused. */
      readonly error?: ThreadkitError | undefined;
    }
  | { readonly state: 'running' }
  | {
      readonly state: 'settled' | 'submitted';
      readonly result: ToolCallResult | undefined;
      readonly text: string;
    }
  | { readonly state: 'closed'; readonly reason: ClosedReason }
);
