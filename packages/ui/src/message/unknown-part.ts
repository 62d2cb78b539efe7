/**
 * What is shown of a message part of a type that this version does not know: its text where it has one (other services
 * write `{ type: 'output_text', text: '…' }`), else its type in brackets.
 */
export function unknownPartText(part: { readonly type: string }): string {
  const text = 'text' in part && part.text;
  return typeof text === 'string' ? text : `[${part.type}]`;
}
