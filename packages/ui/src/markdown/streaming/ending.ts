/**
 * How a line of words ends: it is complete; or more may be written to it, and it ends with white space or with something
 * else, which the next character may change.
 */
export type Ending = 'closed' | 'space' | 'open';
