import { z } from 'zod';

/** All four keys, and no internal details such as a stack. */
export const errorBody = z.strictObject({
  error: z.strictObject({
    message: z
      .string()
      .min(1)
      .max(4001)
      .refine(
        (text) => !/\n\s+at |node:internal|\.ts:\d+|\[object Object\]/.test(text),
        'a stack in the message',
      ),
    type: z.string().min(1),
    param: z.string().nullable(),
    code: z.string().nullable(),
  }),
});
