// @threadkit/ui/outputs: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ReactNode } from "react";
import { FileSearchResult } from "@threadkit/core";
/** The elements that parts render. */
type PrimitiveTag = 'article' | 'button' | 'dd' | 'div' | 'dl' | 'dt' | 'form' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'textarea' | 'time' | 'ul';
/** Props of a part that renders `T`: all native props, and `asChild` to render the only child instead. */
type PrimitiveProps<T extends PrimitiveTag> = ComponentProps<T> & {
  /** Passes the part's attributes, handlers and ref to its only child instead of rendering an element. */
  asChild?: boolean | undefined;
};
/** Props of `CodeBlock`. */
interface CodeBlockProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The code as text. It is never executed. */
  code: string;
  /** The language of the fence: shown, and used for highlighting. @defaultValue '' */
  language?: string | undefined;
}
/** Code with its language, and buttons to wrap long lines and to copy. Renders a `<div>`. */
declare function CodeBlock({ code, language, ...props }: CodeBlockProps): ReactNode;
/** An entry of a key-value list. */
interface KeyValue {
  /** The name shown before the value. */
  readonly label: string;
  /** The value as text. */
  readonly value: string;
  /** The value that `value` replaces. Shown struck through. */
  readonly previousValue?: string | undefined;
}
/** The strings for formatting values. */
interface ValueStrings {
  readonly yes: string;
  readonly no: string;
  joinList(items: readonly string[]): string;
  joinValues(values: readonly string[]): string;
}
/** How an output is displayed. */
type OutputKind =
/** No output, an empty text, list or object. */
{
  readonly kind: 'empty';
} | {
  readonly kind: 'text' | 'diff';
  readonly text: string;
} | {
  readonly kind: 'key-values';
  readonly keyValues: readonly KeyValue[];
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
  readonly src: string;
  readonly rest: unknown;
};
/** A cell for each column; `undefined` if the row has no such property. */
type TableRow = readonly (string | undefined)[];
/**
 * Detects how to display a tool's output: an object as key-value list, a list of flat objects as table, a diff, an image,
 * or text.
 */
declare function detectOutputKind(value: unknown, strings: ValueStrings): OutputKind;
/** The block with the details of an expanded step. Renders a `<div>`. */
declare function OutputRoot(props: PrimitiveProps<'div'>): ReactNode;
/** Props of `ToolOutput.Section`. */
interface OutputSectionProps extends PrimitiveProps<'div'> {
  /** Content of the label column. */
  label: string;
  /** `'failed'` marks the section of an error; rendered as `data-tone`. @defaultValue none */
  tone?: 'failed' | undefined;
}
/** One labeled section of the block: arguments, output, logs. Renders a `<div>`. */
declare function OutputSection({ label, tone, children, ...props }: OutputSectionProps): ReactNode;
/** Props of `KeyValueList`. */
interface KeyValueListProps extends Omit<PrimitiveProps<'dl'>, 'children' | 'asChild'> {
  /** The pairs in the order in which they are shown. */
  items: readonly KeyValue[];
}
/** Key-value list. A replaced value is struck through before the new one. Renders a `<dl>`. */
declare function KeyValueList({ items, ...props }: KeyValueListProps): ReactNode;
/** Props of `ToolOutput.Text`. */
interface ToolOutputTextProps {
  /** Language for syntax highlighting. @defaultValue none */
  language?: string | undefined;
  /** The text. */
  children: string;
}
/**
 * Preformatted text such as logs and code. Renders a `<pre>`, and a button that shows all lines if there are more than
 * twelve.
 */
declare function ToolOutputText({ language, children }: ToolOutputTextProps): ReactNode;
declare namespace index_d_exports {
  export { KeyValueList, KeyValueListProps, OutputRoot as Root, RootProps, OutputSection as Section, OutputSectionProps as SectionProps, ToolOutputText as Text, ToolOutputTextProps as TextProps };
}
/** Props of `ToolOutput.Root`. */
type RootProps = PrimitiveProps<'div'>;
/** Props of `OutputDiff`. */
interface OutputDiffProps {
  /** The diff, in the unified format. */
  children: string;
}
/** A unified diff. Renders a `<pre>`, and a button that shows all lines if there are more than twelve. */
declare function OutputDiff({ children }: OutputDiffProps): ReactNode;
/** Props of `OutputImage`. */
interface OutputImageProps extends Omit<ComponentProps<'img'>, 'children'> {
  /** A data URL, so that no request is sent. */
  src: string;
  /** @defaultValue the locale's word for an image */
  alt?: string | undefined;
}
/** An image of a tool's output, in its aspect ratio. Renders an `<img>`. */
declare function OutputImage({ src, alt, ...props }: OutputImageProps): ReactNode;
/** Props of `OutputList`. */
interface OutputListProps {
  /** The entries, first to last. */
  items: readonly string[];
}
/** A list of short values. Renders a `<ul>`, and a button that shows all values if there are more than twelve. */
declare function OutputList({ items }: OutputListProps): ReactNode;
/** Props of `OutputTable`. */
interface OutputTableProps {
  /** The column headings. */
  columns: readonly string[];
  /** The values of each row by column index. A missing value is an empty cell. */
  rows: readonly TableRow[];
}
/**
 * A table with its own horizontal scrolling and right-aligned numbers. Renders a `<div>` around a `<table>`, and a button
 * that shows all rows if there are more than twelve.
 */
declare function OutputTable({ columns, rows }: OutputTableProps): ReactNode;
/** Props of `OutputValue`. */
interface OutputValueProps {
  /** The visible label of the section, also its accessible name. */
  label: string;
  /** The value, parsed if it was JSON. */
  value: unknown;
  /** Text for an empty value. */
  emptyText: string;
}
/**
 * A labeled value, displayed by its kind: key-value list, list, table, diff or text, with a toggle for JSON. Must be inside
 * `ToolOutput.Root`. Images are rendered outside of it: see `OutputImage`. Renders a `ToolOutput.Section`.
 */
declare function OutputValue({ label, value, emptyText }: OutputValueProps): ReactNode;
/** Props of `SearchResults`. */
interface SearchResultsProps {
  /** The results of a `file_search` call, best first. */
  results: readonly FileSearchResult[];
  /** Renders the passage of a result without content, when a person opens it. @defaultValue such a result cannot be opened */
  children?: ((index: number) => ReactNode) | undefined;
}
/** Results of a file search, best first: file name, score, and the passage. Renders an `<ol>`. */
declare function SearchResults({ results, children }: SearchResultsProps): ReactNode;
export { CodeBlock, type CodeBlockProps, OutputDiff, type OutputDiffProps, OutputImage, type OutputImageProps, type OutputKind, OutputList, type OutputListProps, OutputTable, type OutputTableProps, OutputValue, type OutputValueProps, SearchResults, type SearchResultsProps, type TableRow, index_d_exports as ToolOutput, type ValueStrings, detectOutputKind };