/**
 * What a client decides about a call of a server's tool that asks first (`executed_by: 'server'` in `required_action`). Submitted
 * as the JSON text of the call's output. The server takes any other output as a refusal, never as the result of the tool.
 */
export type ToolDecision =
  | {
      decision: 'approve';
      /** Replaces the model's arguments. Validated by the server like those. @defaultValue the model's arguments */
      arguments?: Readonly<Record<string, unknown>> | undefined;
    }
  | {
      decision: 'decline';
      /** For the model. */
      reason?: string | undefined;
    };
