/** Some providers refuse a schema without a type. */
export function toParameters(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.keys(parameters).length === 0 ? { type: 'object', properties: {} } : { ...parameters };
}

/** 1 is the contract's default; reasoning models refuse requests that set it. */
export function isSet(value: number | null | undefined): value is number {
  return typeof value === 'number' && value !== 1;
}
