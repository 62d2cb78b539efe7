/**
 * Limits against oversized and excessive requests. A request beyond a size is refused with 413 (`body_too_large`, `file_too_large`), one beyond
 * a count with 429 (`rate_limit_exceeded`) and `retry-after`; its message names the limit. Counts are whole numbers from 0 (`responseChars` and `modelCallsPerRun`: from 1), or `Infinity`; `createServer` throws for any other value and for an unknown name.
 *
 * A limit per principal applies to each user, and to admins too. A limit per tenant applies to all principals of a tenant together; those
 * without a tenant count as one tenant. Of what is stored, only what exists counts: deleting makes room.
 */
export interface ServerLimits {
  /** Bytes of a JSON request body. @defaultValue 4 MiB */
  readonly bodyBytes?: number | undefined;
  /** Bytes of an uploaded file. @defaultValue 20 MiB */
  readonly fileBytes?: number | undefined;
  /**
   * Characters of one model call, arguments of tool calls included. A longer response is cut off: its run
   * ends `incomplete` with the reason `max_completion_tokens`, and keeps the text so far.
   * @defaultValue 2,000,000
   */
  readonly responseChars?: number | undefined;
  /** Model calls of one run. A run whose model calls tools in all of them fails. @defaultValue 100 */
  readonly modelCallsPerRun?: number | undefined;
  /** Characters of the output of a tool of `createServer`. The model reads an error instead of a longer one. @defaultValue 200,000 */
  readonly toolOutputChars?: number | undefined;
  /** Runs that are active at once, including those that wait for tool outputs. @defaultValue unlimited */
  readonly runsPerPrincipal?: number | undefined;
  /** Runs that are active at once. @defaultValue unlimited */
  readonly runsPerTenant?: number | undefined;
  /** Event streams that are open at once, counted in this process only. @defaultValue unlimited */
  readonly streamsPerPrincipal?: number | undefined;
  /** Event streams that are open at once, counted in this process only. @defaultValue unlimited */
  readonly streamsPerTenant?: number | undefined;
  /** Threads. @defaultValue unlimited */
  readonly threadsPerPrincipal?: number | undefined;
  /** Threads. @defaultValue unlimited */
  readonly threadsPerTenant?: number | undefined;
  /**
   * Messages and runs of one thread, together. Refuses further messages and runs; what a run writes is not refused.
   * @defaultValue unlimited
   */
  readonly itemsPerThread?: number | undefined;
  /** Stored files. @defaultValue unlimited */
  readonly filesPerPrincipal?: number | undefined;
  /** Stored files. @defaultValue unlimited */
  readonly filesPerTenant?: number | undefined;
  /** Bytes of all stored files together. Every upload adds them up, so also limit the number of files. @defaultValue unlimited */
  readonly storedFileBytesPerPrincipal?: number | undefined;
  /** Bytes of all stored files together. Every upload adds them up, so also limit the number of files. @defaultValue unlimited */
  readonly storedFileBytesPerTenant?: number | undefined;
  /** Vector stores, those of threads included. @defaultValue unlimited */
  readonly vectorStoresPerPrincipal?: number | undefined;
  /** Vector stores, those of threads included. @defaultValue unlimited */
  readonly vectorStoresPerTenant?: number | undefined;
  /**
   * Bytes of what is stored for searching, in all vector stores together. No files are added once it is used up: files that are being
   * processed at that time may go beyond it.
   * @defaultValue unlimited
   */
  readonly vectorStoreBytesPerPrincipal?: number | undefined;
  /** As `vectorStoreBytesPerPrincipal`. @defaultValue unlimited */
  readonly vectorStoreBytesPerTenant?: number | undefined;
}
