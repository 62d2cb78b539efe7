/**
 * Numbers the content parts of the text. Blocks of text with reasoning between them are separate parts; others are one text that
 * was cut, for example by citations.
 */
export interface TextParts {
  /** The content part of the next piece of text. */
  partOf(text: string): number;
  afterReasoning(): void;
  /** Text after a hosted call starts a new message. */
  afterHostedCall(): void;
}

export function createTextParts(): TextParts {
  let part = 0;
  let hasText = false;
  let isInterrupted = false;
  return {
    partOf(text) {
      if (isInterrupted) part += 1;
      isInterrupted = false;
      // White space before the first word does not start a message.
      hasText ||= text.trim() !== '';
      return part;
    },

    afterReasoning() {
      isInterrupted = hasText;
    },

    afterHostedCall() {
      part = 0;
      hasText = false;
      isInterrupted = false;
    },
  };
}
