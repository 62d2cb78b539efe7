/**
 * Components for tool views. A separate entry, because `Chat` loads them on first use: exported from the main entry, they
 * would be part of the first download.
 *
 * @example
 * ```tsx
 * import { defineTool } from '@threadkit/core';
 * import { toolView } from '@threadkit/ui';
 * import { ToolOutput } from '@threadkit/ui/outputs';
 *
 * const readLog = defineTool({
 *   name: 'read_log',
 *   description: 'Reads the log of a service.',
 *   parameters: { type: 'object', properties: { service: { type: 'string' } }, required: ['service'] },
 *   execute: async ({ service }) => (await fetch(`/logs/${encodeURIComponent(service)}`)).text(),
 * });
 *
 * export const logView = toolView(readLog, ({ call }) =>
 *   call.state === 'submitted' && call.result.ok ? <ToolOutput.Text>{String(call.result.output)}</ToolOutput.Text> : null,
 * );
 * ```
 *
 * @packageDocumentation
 */

export { CodeBlock, type CodeBlockProps } from './markdown/code-block/code-block.tsx';
export { detectOutputKind, type OutputKind, type TableRow } from './tool/output/detect-output-kind.ts';
export * as ToolOutput from './tool/output/index.ts';
export type { ValueStrings } from './tool/output/key-values.ts';
export { OutputDiff, type OutputDiffProps } from './tool/output/output-diff.tsx';
export { OutputImage, type OutputImageProps } from './tool/output/output-image.tsx';
export { OutputList, type OutputListProps } from './tool/output/output-list.tsx';
export { OutputTable, type OutputTableProps } from './tool/output/output-table.tsx';
export { OutputValue, type OutputValueProps } from './tool/output/output-value.tsx';
export { SearchResults, type SearchResultsProps } from './tool/output/search-results.tsx';
