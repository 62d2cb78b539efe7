/** What the model is told about a tool, and what the operator allowed. */
export interface Described {
  readonly description?: string | undefined;
  readonly inputSchema: unknown;
}

/** A hash of the description and the schema of a tool. The order of members does not matter. */
export async function fingerprintOf({ description = '', inputSchema }: Described): Promise<string> {
  const text = JSON.stringify([description, sorted(inputSchema)]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, member]) => [key, sorted(member)]);
}
