/** Limits of the contract. Lengths count UTF-16 code units, as the hosted service did. */

/** Items of a page of a list. */
export const MAX_PAGE_SIZE = 100;
/** Tools of an assistant. */
export const MAX_ASSISTANT_TOOLS = 128;
/** Tools of a run; fewer than its assistant may have. */
export const MAX_RUN_TOOLS = 20;
/** Lifetime of a run from its creation, tool rounds included: `expires_at` − `created_at`. */
export const MAX_RUN_LIFETIME_S = 600;
/** Messages in the body that creates a thread, and additional messages of a run. */
export const MAX_INITIAL_MESSAGES = 32;
/** Attachments of a message. */
export const MAX_ATTACHMENTS = 10;
/** Vector stores of an assistant or a thread. */
export const MAX_VECTOR_STORES = 1;
/** Files of a thread's `code_interpreter`, including those attached to its messages. */
export const MAX_CODE_FILES = 20;

/** Pairs of a metadata map. */
export const MAX_METADATA_PAIRS = 16;
/** Length of a metadata key. */
export const MAX_METADATA_KEY_LENGTH = 64;
/** Length of a metadata value. */
export const MAX_METADATA_VALUE_LENGTH = 512;

/** Length of an assistant's name. */
export const MAX_NAME_LENGTH = 256;
/** Length of an assistant's description. */
export const MAX_DESCRIPTION_LENGTH = 512;
/** Length of instructions, and of a text of a message. */
export const MAX_TEXT_LENGTH = 256_000;
/** Length of a function's or a schema's name. */
export const MAX_FUNCTION_NAME_LENGTH = 64;

/** Bounds of `temperature`, both allowed. */
export const TEMPERATURE_RANGE = { min: 0, max: 2 } as const;
/** Bounds of `top_p`, both allowed. */
export const TOP_P_RANGE = { min: 0, max: 1 } as const;
/** `max_num_results` of `file_search`. */
export const SEARCH_RESULTS_RANGE = { min: 1, max: 50 } as const;
