/**
 * The text shown for a message part of an unknown type: its text, if any (other services send
 * `{ type: 'output_text', text: '…' }`), else its type in brackets.
 */
export function unknownPartText(part: { readonly type: string }): string {
  const text = 'text' in part && part.text;
  return typeof text === 'string' ? text : `[${part.type}]`;
}
