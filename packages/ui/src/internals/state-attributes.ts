/** State of a part for stylesheets: booleans as the presence of an attribute, other values as its value. */
export type PartState = { readonly [name: string]: string | number | boolean | undefined };

/** `{ status: 'failed', live: true, open: false }` → `{ 'data-status': 'failed', 'data-live': '' }`. */
export function stateAttributes(state: PartState): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(state)) {
    if (value === undefined || value === false) continue;
    attributes[`data-${name}`] = value === true ? '' : String(value);
  }
  return attributes;
}
