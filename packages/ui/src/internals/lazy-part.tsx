'use client';

import { type ComponentType, lazy, type ReactNode } from 'react';
import { useWords } from '../locales/locale-provider.tsx';
import { Button } from './button.tsx';
import { LazyBoundary } from './lazy-boundary.tsx';

type Parts = typeof import('../chat/lazy-parts.ts');

interface LaterProps {
  /** The way back, where the part has one. */
  onCancel?: (() => void) | undefined;
  /** Stands there also while the part is loaded. */
  children?: ReactNode;
}

/** The parts, once they are here. */
export function loadLater(): Promise<Parts> {
  return import('../chat/lazy-parts.ts');
}

/** Loads the parts ahead: when one is likely to be asked for soon. Where that fails, whoever asks is told. */
export function expectLater(): void {
  loadLater().catch(() => undefined);
}

/**
 * A part that is loaded when it is first rendered. Where it cannot be, words say so and the way back is there, if
 * `missing` is not another part.
 */
export function laterPart<P extends object>(
  pick: (parts: Parts) => ComponentType<P>,
  missing: ComponentType<P> = NotLoaded,
): (props: P & LaterProps) => ReactNode {
  const Part: ComponentType<P> = lazy(
    (): Promise<{ default: ComponentType<P> }> =>
      loadLater().then(
        (parts) => ({ default: pick(parts) }),
        () => ({ default: missing }),
      ),
  );
  return (props) => (
    <LazyBoundary fallback={props.children}>
      <Part {...props} />
    </LazyBoundary>
  );
}

function NotLoaded({ onCancel, children }: LaterProps): ReactNode {
  const words = useWords();
  return (
    <div data-slot="not-loaded">
      <p>{words.run.notLoaded}</p>
      {onCancel && <Button onClick={onCancel}>{words.approval.back}</Button>}
      {children}
    </div>
  );
}
