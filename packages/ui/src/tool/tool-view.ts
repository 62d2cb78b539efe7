import type { AnyTool, PartialDeep, Tool, ToolCallState } from '@threadkit/core';
import type { ReactNode } from 'react';
import type { KeyValue } from '../internals/key-value.ts';

/** Labels of a tool. Defaults are derived from its name and arguments. */
export interface ToolLabels<I> {
  /** The question of an approval: "Roll back checkout-api to 2026.11.18-1?" */
  question?: ((args: I) => string) | undefined;
  /** Label of the approve button: "Roll back". */
  action?: string | undefined;
  /** Label while the call runs: "Rolling back". */
  running?: string | undefined;
  /** Label when the call is done: "Rolled back". */
  done?: string | undefined;
  /** The one or two arguments that distinguish a call from others. Called with partial arguments while they stream. */
  detail?: ((args: PartialDeep<I>) => string) | undefined;
  /** The list below the question of an approval. */
  keyValues?: ((args: I) => readonly KeyValue[]) | undefined;
}

/** Renders the details of a call of type `C`, below its row. */
export type ToolCallRenderer<C> = (props: { call: C }) => ReactNode;

/** Created by {@link toolView}, which checks the types that are erased here. */
export interface ToolView {
  /** The tool whose calls are customized. Matched by its name. A tool that only the server has is known by its name alone. */
  readonly tool: Pick<AnyTool, 'name'> & Partial<Pick<AnyTool, 'jsonSchema'>>;
  readonly labels: ToolLabels<unknown> | undefined;
  /** Rendered below the call's row, in place of the default details. */
  readonly render: ToolCallRenderer<ToolCallState> | undefined;
}

/** Options of `toolView`. */
export interface ToolViewOptions<T extends AnyTool> {
  /** Labels of the row and the approval. @defaultValue derived from the tool's name and arguments */
  labels?: ToolLabels<T extends Tool<string, infer I> ? I : never> | undefined;
  /** Renders below the call's row. @defaultValue the arguments and the output */
  render?: ToolCallRenderer<ToolCallState<T>> | undefined;
}

/**
 * Customizes the calls of one tool: labels for its row and its approval, a render function, or both. A function alone is
 * the render function. A view cannot replace an approval, so that it cannot hide what the user approves.
 *
 * @param tool - The tool, or the name of one that only the server has, whose arguments are `unknown`.
 */
export function toolView(
  tool: string,
  view: ToolCallRenderer<ToolCallState> | ToolViewOptions<Tool>,
): ToolView;
export function toolView<T extends AnyTool>(
  tool: T,
  view: ToolCallRenderer<ToolCallState<NoInfer<T>>> | ToolViewOptions<NoInfer<T>>,
): ToolView;
export function toolView(
  tool: AnyTool | string,
  // Sound: `findToolView` selects the view by the name of the tool.
  view:
    | ToolCallRenderer<never>
    | { labels?: ToolLabels<never> | undefined; render?: ToolCallRenderer<never> | undefined },
): ToolView {
  const { labels, render } = typeof view === 'function' ? { labels: undefined, render: view } : view;
  return {
    tool: typeof tool === 'string' ? { name: tool } : tool,
    labels: labels as ToolLabels<unknown>,
    render: render as ToolCallRenderer<ToolCallState>,
  };
}

/** The view registered for a function's name; the last one wins, as for tools. */
export function findToolView(views: readonly ToolView[], name: string): ToolView | undefined {
  return views.findLast((view) => view.tool.name === name);
}
