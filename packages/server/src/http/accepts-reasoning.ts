import { ACCEPT_HEADER } from '@threadkit/core/api';

/** Whether the client declares that it reads reasoning steps. Others get what the contract has. */
export function acceptsReasoning(headers: Headers): boolean {
  const words = headers.get(ACCEPT_HEADER)?.split(',') ?? [];
  return words.some((word) => word.trim() === 'reasoning');
}
