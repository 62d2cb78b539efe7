import type { AnyTool, PartialDeep, Tool, ToolCallState } from '@threadkit/core';
import type { ReactNode } from 'react';
import type { KeyValue } from '../internals/key-value.ts';

/** How a tool is spoken of. What is left out follows from the tool's name and its arguments. */
export interface ToolLabels<I> {
  /** The question an approval asks: "Roll back checkout-api to 2026.11.18-1?" */
  question?: ((args: I) => string) | undefined;
  /** What the button says: "Roll back". */
  action?: string | undefined;
  /** "Rolling back". */
  running?: string | undefined;
  /** "Rolled back". */
  done?: string | undefined;
  /** The one or two arguments that tell a call from the next; read while they stream. */
  detail?: ((args: PartialDeep<I>) => string) | undefined;
  /** What an approval lists under its question. */
  keyValues?: ((args: I) => readonly KeyValue[]) | undefined;
}

type Render<C> = (props: { call: C }) => ReactNode;

/** Made by {@link toolView}; the types it was made with are checked there and erased here. */
export interface ToolView {
  readonly tool: AnyTool;
  readonly labels: ToolLabels<unknown> | undefined;
  /** Stands under the call's row in place of the default block. */
  readonly render: Render<ToolCallState> | undefined;
}

type InputOf<T extends AnyTool> = T extends Tool<string, infer I> ? I : never;

export interface ToolViewOptions<T extends AnyTool> {
  labels?: ToolLabels<InputOf<T>> | undefined;
  render?: Render<ToolCallState<T>> | undefined;
}

/**
 * How calls of one tool look: words for its row and its approval, a component for its result, or both. A
 * function alone is the component. Approvals stay Threadkit's own: a view cannot hide that it is asked.
 */
export function toolView<T extends AnyTool>(
  tool: T,
  view: Render<ToolCallState<NoInfer<T>>> | ToolViewOptions<NoInfer<T>>,
): ToolView {
  const { labels, render } = typeof view === 'function' ? { labels: undefined, render: view } : view;
  // A view is only ever given calls of its own tool: `findToolView` looks it up by name.
  return { tool, labels: labels as ToolLabels<unknown>, render: render as Render<ToolCallState> };
}

/** The view registered for a function's name; the last one wins, as for tools. */
export function findToolView(views: readonly ToolView[], name: string): ToolView | undefined {
  return views.findLast((view) => view.tool.name === name);
}
