'use client';

import { Component, type ReactNode } from 'react';

export interface ErrorBoundaryProps {
  children: ReactNode;
  /** Rendered in place of children that threw while rendering. */
  renderFallback: (error: Error) => ReactNode;
  /** Called once for each error. */
  onError?: ((error: Error) => void) | undefined;
  /** A changed value renders the children again. */
  resetKey?: unknown;
}

interface State {
  readonly error: Error | undefined;
  readonly resetKey: unknown;
}

/** Contains rendering errors of its children. A class, because React has no hook for error boundaries. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Pick<State, 'error'> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps({ resetKey }: ErrorBoundaryProps, state: State): State | null {
    return Object.is(resetKey, state.resetKey) ? null : { error: undefined, resetKey };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError?.(error instanceof Error ? error : new Error(String(error)));
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? this.props.renderFallback(error) : this.props.children;
  }
}
