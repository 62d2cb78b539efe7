const DECLINED = 'The user declined this call';
const INTERRUPTED = 'Interrupted: it is not known whether the tool was executed';

/** Output of a call that the server may have executed when it crashed. For the model. */
export const INTERRUPTED_TEXT = `${INTERRUPTED}. Do not call it again without asking the user.`;

/** Output of a declined call. For the model. */
export function declinedText(reason: string | undefined): string {
  return reason ? `${DECLINED}: ${reason}` : `${DECLINED}.`;
}

/**
 * Why a call with this error was not executed, or not to its end; undefined when the tool failed. Reads the texts above, so that a
 * stored call is shown as it was before a reload. Not for calls of the provider, whose outputs may contain anything.
 */
export function readFailure(error: string): 'declined' | 'interrupted' | undefined {
  if (error.startsWith(DECLINED)) return 'declined';
  return error.startsWith(INTERRUPTED) ? 'interrupted' : undefined;
}
