/** What the ids of reasoning steps begin with: storages and streams tell them apart without reading their content. */
export const REASONING_ID_PREFIX = 'step_reasoning_';
