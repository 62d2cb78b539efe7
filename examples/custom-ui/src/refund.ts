import { defineTool } from '@threadkit/core';
import { z } from 'zod';

/** Refunds an order, once the user has approved it. */
export const refund = defineTool({
  name: 'refund',
  description: 'Refunds an order.',
  needsApproval: true,
  parameters: z.object({ order: z.string() }),
  execute: ({ order }) => `Refunded order ${order}.`,
});
