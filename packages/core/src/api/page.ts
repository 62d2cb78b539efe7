/** Query of every list operation. Unknown cursors, limits out of range and other orders are refused with 400. */
export interface ListParams {
  /** 1 to 100. @defaultValue 20 */
  limit?: number | undefined;
  /** By `created_at`; ties keep their insertion order. Threadkit's server orders the objects of a thread by insertion. @defaultValue 'desc' */
  order?: 'asc' | 'desc' | undefined;
  /** Id: the page starts after it, in the chosen order. */
  after?: string | undefined;
  /** Id: the page ends before it. Threadkit's client never sends it, as hosts differ in which end they cut. */
  before?: string | undefined;
}

/** The cursor envelope. `first_id` and `last_id` are null on an empty page. */
export interface ListPage<T> {
  object: 'list';
  data: readonly T[];
  first_id: string | null;
  last_id: string | null;
  has_more: boolean;
}

/** Response of the three delete operations. */
export interface Deleted<Kind extends 'assistant' | 'thread' | 'thread.message'> {
  id: string;
  object: `${Kind}.deleted`;
  deleted: true;
}
