'use client';

import { type ComponentType, lazy, type ReactNode } from 'react';
import { useStrings } from '../locales/locale-provider.tsx';
import { Button } from './button.tsx';
import { LazyBoundary } from './lazy-boundary.tsx';

type Parts = typeof import('../chat/lazy-parts.ts');

interface LazyPartProps {
  /** The way back, where the part has one. */
  onCancel?: (() => void) | undefined;
  /** Stands there also while the part is loaded. */
  children?: ReactNode;
}

/** The parts, once they are here. */
export function loadLazyParts(): Promise<Parts> {
  return import('../chat/lazy-parts.ts');
}

/** Loads the parts ahead: when one is likely to be asked for soon. Where that fails, whoever asks is told. */
export function preloadLazyParts(): void {
  loadLazyParts().catch(() => undefined);
}

/**
 * A part that is loaded when it is first rendered. Where it cannot be, words say so and the way back is there, if
 * `missing` is not another part.
 */
export function lazyPart<P extends object>(
  pick: (parts: Parts) => ComponentType<P>,
  missing: ComponentType<P> = NotLoaded,
): (props: P & LazyPartProps) => ReactNode {
  const Part: ComponentType<P> = lazy(
    (): Promise<{ default: ComponentType<P> }> =>
      loadLazyParts().then(
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

function NotLoaded({ onCancel, children }: LazyPartProps): ReactNode {
  const strings = useStrings();
  return (
    <div data-slot="not-loaded">
      <p>{strings.run.notLoaded}</p>
      {onCancel && <Button onClick={onCancel}>{strings.approval.back}</Button>}
      {children}
    </div>
  );
}
