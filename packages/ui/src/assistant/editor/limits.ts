/** What the contract allows of an assistant's fields. Lengths count UTF-16 units, as the wire does. */
export const LIMITS = {
  name: 256,
  description: 512,
  instructions: 256_000,
  temperature: { min: 0, max: 2 },
  topP: { min: 0, max: 1 },
  maxResults: { min: 1, max: 50 },
  tools: 128,
  codeFiles: 20,
  vectorStores: 1,
  metadata: 16,
  metadataKey: 64,
  metadataValue: 512,
  functionName: 64,
} as const;
