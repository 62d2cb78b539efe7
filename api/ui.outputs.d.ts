// @threadkit/ui/outputs: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ReactNode } from "react";
import { FileSearchResult } from "@threadkit/core";
/** One line of a key-and-value list. `was` is what the value replaces. */
interface KeyValue {
  readonly label: string;
  readonly value: string;
  readonly was?: string | undefined;
}
/** The words a value needs. */
interface ValueStrings {
  readonly yes: string;
  readonly no: string;
  list(items: readonly string[]): string;
  detail(values: readonly string[]): string;
}
/** How an output is best looked at. */
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
/** `rest` is what stood beside the image. */
{
  readonly kind: 'image';
  readonly source: string;
  readonly rest: unknown;
};
/** A cell for each column; undefined where the row has none. */
type TableRow = readonly (string | undefined)[];
/** The shape of a tool's output: objects are facts, rows alike are a table, a diff and an image are themselves. */
declare function detectOutputKind(value: unknown, strings: ValueStrings): OutputKind;
/** A unified diff: what went is struck through, what came is in ink. Longer than twelve lines, it folds. */
declare function OutputDiff({ children }: {
  children: string;
}): ReactNode;
interface OutputImageProps extends Omit<ComponentProps<'img'>, 'src' | 'children'> {
  /** A data URL: nothing is asked for. */
  source: string;
  /** @defaultValue the catalogue's word for an image */
  alt?: string | undefined;
}
/** An image that a tool made, in its own ratio. Renders an `<img>`. */
declare function OutputImage({ source, alt, ...props }: OutputImageProps): ReactNode;
/** Short things, a line each. Longer than twelve, it folds. */
declare function OutputList({ items }: {
  items: readonly string[];
}): ReactNode;
interface OutputTableProps {
  columns: readonly string[];
  rows: readonly TableRow[];
}
/** Rows that are alike, as a table that scrolls in itself. Numbers stand right. Longer than twelve rows, it folds. */
declare function OutputTable({ columns, rows }: OutputTableProps): ReactNode;
interface OutputValueProps {
  label: string;
  /** Of the wire, read as JSON where it is. */
  value: unknown;
  /** Said where there is nothing. */
  none: string;
}
/**
 * A labelled value in the shape that suits it: facts, a list, a table, a diff, text; as JSON on demand. For inside of
 * a `ToolOutput.Root`. An image stands outside of that, by itself: see `OutputImage`.
 */
declare function OutputValue({ label, value, none }: OutputValueProps): ReactNode;
/** What a file search found, best first: the file, how well it fits, and what it says where the run asked for that. */
declare function SearchResults({ results }: {
  results: readonly FileSearchResult[];
}): ReactNode;
export { OutputDiff, OutputImage, type OutputImageProps, type OutputKind, OutputList, OutputTable, type OutputTableProps, OutputValue, type OutputValueProps, SearchResults, type TableRow, detectOutputKind };