import { defineTool, ThreadkitError } from '@threadkit/core/tools';
import * as z from 'zod';

/** What can still be refunded of each order, in cents. Lives as long as the server. */
const refundable = new Map([
  ['A-1042', 8_900],
  ['A-1043', 24_950],
]);

/** Executed by the server, where the orders are, after the user's approval. */
export const refundOrder = defineTool({
  name: 'refund_order',
  description: 'Refunds an amount of an order. There are the orders A-1042 and A-1043.',
  parameters: z.object({
    order_number: z.string().describe('Such as A-1042'),
    amount: z.number().positive().max(500),
    currency: z.enum(['EUR', 'USD']).default('EUR'),
  }),
  needsApproval: true,
  execute: ({ order_number: order, amount, currency }) => {
    const left = refundable.get(order);
    if (left === undefined) {
      throw new ThreadkitError(
        'tool',
        `There is no order ${order}. The orders are ${[...refundable.keys()].join(' and ')}.`,
      );
    }
    const cents = Math.round(amount * 100);
    if (cents > left) {
      throw new ThreadkitError('tool', `Of the order ${order}, ${left / 100} can be refunded at most.`);
    }
    refundable.set(order, left - cents);
    return { order_number: order, refunded: amount, currency, refundable: (left - cents) / 100 };
  },
});
