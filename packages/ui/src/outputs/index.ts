// Ways to look at what a tool gave back, for views of your own. An entry of its own: a chat loads them when a row opens.
export { OutputDiff } from './output-diff.tsx';
export { OutputImage, type OutputImageProps } from './output-image.tsx';
export { OutputList } from './output-list.tsx';
export { OutputTable, type OutputTableProps } from './output-table.tsx';
export { OutputValue, type OutputValueProps } from './output-value.tsx';
export { SearchResults } from './search-results.tsx';
export { type OutputShape, shapeOf, type TableRow } from './shape-of.ts';
