// @threadkit/ui/outputs: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ReactNode } from "react";
import { FileSearchResult } from "@threadkit/core";
/** An entry of a key-value list. `was` is the value that `value` replaces. */
interface KeyValue {
  readonly label: string;
  readonly value: string;
  readonly was?: string | undefined;
}
/** The strings for formatting values. */
interface ValueStrings {
  readonly yes: string;
  readonly no: string;
  joinList(items: readonly string[]): string;
  joinValues(values: readonly string[]): string;
}
/** How an output is displayed. */
type OutputKind = {
  readonly kind: 'nothing';
} | {
  readonly kind: 'text' | 'diff';
  readonly text: string;
} | {
  readonly kind: 'facts';
  readonly facts: readonly KeyValue[];
} | {
  readonly kind: 'list';
  readonly items: readonly string[];
} | {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
} |
/** `rest` are the other properties of the object with the image. */
{
  readonly kind: 'image';
  readonly source: string;
  readonly rest: unknown;
};
/** A cell for each column; `undefined` if the row has no such property. */
type TableRow = readonly (string | undefined)[];
/** Detects how to display a tool's output: an object as key-value list, a list of flat objects as table, a diff, an image, or text. */
declare function detectOutputKind(value: unknown, strings: ValueStrings): OutputKind;
/** A unified diff. Collapsed if it has more than twelve lines. */
declare function OutputDiff({ children }: {
  children: string;
}): ReactNode;
interface OutputImageProps extends Omit<ComponentProps<'img'>, 'src' | 'children'> {
  /** A data URL, so that no request is sent. */
  source: string;
  /** @defaultValue the locale's word for an image */
  alt?: string | undefined;
}
/** An image of a tool's output, in its aspect ratio. Renders an `<img>`. */
declare function OutputImage({ source, alt, ...props }: OutputImageProps): ReactNode;
/** A list of short values. Collapsed if it has more than twelve. */
declare function OutputList({ items }: {
  items: readonly string[];
}): ReactNode;
interface OutputTableProps {
  columns: readonly string[];
  rows: readonly TableRow[];
}
/** A table with its own horizontal scrolling and right-aligned numbers. Collapsed if it has more than twelve rows. */
declare function OutputTable({ columns, rows }: OutputTableProps): ReactNode;
interface OutputValueProps {
  label: string;
  /** The value, parsed if it was JSON. */
  value: unknown;
  /** Text for an empty value. */
  none: string;
}
/**
 * A labelled value, displayed by its kind: key-value list, list, table, diff or text, with a toggle for JSON. Must be inside
 * `ToolOutput.Root`. Images are rendered outside of it: see `OutputImage`.
 */
declare function OutputValue({ label, value, none }: OutputValueProps): ReactNode;
/** Results of a file search, best first: file name, score, and content if the run included it. */
declare function SearchResults({ results }: {
  results: readonly FileSearchResult[];
}): ReactNode;
export { OutputDiff, OutputImage, type OutputImageProps, type OutputKind, OutputList, OutputTable, type OutputTableProps, OutputValue, type OutputValueProps, SearchResults, type TableRow, detectOutputKind };