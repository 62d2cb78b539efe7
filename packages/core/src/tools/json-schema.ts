/** A JSON Schema, written as a literal so that types can be inferred from it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [key: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly [keyword: string]: unknown;
}

interface Primitives {
  string: string;
  number: number;
  integer: number;
  boolean: boolean;
  null: null;
}
type RequiredKeys<S> = S extends { required: readonly (infer K extends string)[] } ? K : never;
type Flat<T> = { [K in keyof T]: T[K] };
type FromProperties<P, R> = Flat<
  { -readonly [K in keyof P as K extends R ? K : never]: FromJsonSchema<P[K]> } & {
    -readonly [K in keyof P as K extends R ? never : K]?: FromJsonSchema<P[K]>;
  }
>;
type FromType<U> = U extends keyof Primitives ? Primitives[U] : unknown;

/**
 * The type a JSON Schema literal describes: type, properties, required, items, enum, const and lists of
 * types. Anything else (`$ref`, `anyOf`, …) is `unknown`, never wrong.
 */
export type FromJsonSchema<S> = S extends { const: infer C }
  ? C
  : S extends { enum: readonly (infer E)[] }
    ? E
    : S extends { type: 'object'; properties: infer P }
      ? FromProperties<P, RequiredKeys<S>>
      : S extends { type: 'array'; items: infer I }
        ? FromJsonSchema<I>[]
        : S extends { type: readonly (infer U)[] }
          ? FromType<U>
          : S extends { type: infer U extends keyof Primitives }
            ? Primitives[U]
            : unknown;
