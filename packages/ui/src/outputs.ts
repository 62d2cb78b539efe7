// Ways to look at what a tool gave back, for views of your own. An entry of its own: a chat loads them when a row opens.

export { detectOutputKind, type OutputKind, type TableRow } from './tool/output/detect-output-kind.ts';
export { OutputDiff } from './tool/output/output-diff.tsx';
export { OutputImage, type OutputImageProps } from './tool/output/output-image.tsx';
export { OutputList } from './tool/output/output-list.tsx';
export { OutputTable, type OutputTableProps } from './tool/output/output-table.tsx';
export { OutputValue, type OutputValueProps } from './tool/output/output-value.tsx';
export { SearchResults } from './tool/output/search-results.tsx';
