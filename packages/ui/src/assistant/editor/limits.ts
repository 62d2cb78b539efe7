import {
  MAX_ASSISTANT_TOOLS,
  MAX_CODE_FILES,
  MAX_DESCRIPTION_LENGTH,
  MAX_FUNCTION_NAME_LENGTH,
  MAX_METADATA_KEY_LENGTH,
  MAX_METADATA_PAIRS,
  MAX_METADATA_VALUE_LENGTH,
  MAX_NAME_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_VECTOR_STORES,
  SEARCH_RESULTS_RANGE,
  TEMPERATURE_RANGE,
  TOP_P_RANGE,
} from '@threadkit/core/api';

/** The contract's limits on an assistant's fields. Lengths count UTF-16 code units. */
export const LIMITS = {
  name: MAX_NAME_LENGTH,
  description: MAX_DESCRIPTION_LENGTH,
  instructions: MAX_TEXT_LENGTH,
  temperature: TEMPERATURE_RANGE,
  topP: TOP_P_RANGE,
  maxResults: SEARCH_RESULTS_RANGE,
  tools: MAX_ASSISTANT_TOOLS,
  codeFiles: MAX_CODE_FILES,
  vectorStores: MAX_VECTOR_STORES,
  metadata: MAX_METADATA_PAIRS,
  metadataKey: MAX_METADATA_KEY_LENGTH,
  metadataValue: MAX_METADATA_VALUE_LENGTH,
  functionName: MAX_FUNCTION_NAME_LENGTH,
} as const;
