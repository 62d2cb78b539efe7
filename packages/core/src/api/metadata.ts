/** Up to 16 pairs; keys of at most 64 and values of at most 512 characters. Values are always strings. */
export type Metadata = Readonly<Record<string, string>>;
