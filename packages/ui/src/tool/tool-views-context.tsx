'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { findToolView, type ToolView } from './tool-view.ts';

const ToolViewsContext = createContext<readonly ToolView[]>([]);

/** Props of `ToolViewsProvider`. */
export interface ToolViewsProviderProps {
  /** Replace those of an outer provider. */
  views: readonly ToolView[];
  /** The parts that show tool calls. */
  children?: ReactNode;
}

/** Provides tool views to the calls below it. */
export function ToolViewsProvider({ views, children }: ToolViewsProviderProps): ReactNode {
  return <ToolViewsContext.Provider value={views}>{children}</ToolViewsContext.Provider>;
}

/** The view for calls of the function `name`. */
export function useToolView(name: string): ToolView | undefined {
  return findToolView(useContext(ToolViewsContext), name);
}

/** All views, for components that show several calls. */
export function useToolViews(): readonly ToolView[] {
  return useContext(ToolViewsContext);
}
