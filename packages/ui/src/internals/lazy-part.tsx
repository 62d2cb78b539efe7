'use client';

import { type ComponentType, lazy, type ReactNode } from 'react';
import { useStrings } from '../locales/locale-provider.tsx';
import { Button } from './button.tsx';
import { LazyBoundary } from './lazy-boundary.tsx';

interface LazyPartProps {
  /** Called by the button that closes the part, if it has one. */
  onCancel?: (() => void) | undefined;
  /** Also rendered while the part loads. */
  children?: ReactNode;
}

/**
 * A component that is loaded when it is first rendered, or when its `preload` is called. If loading fails,
 * `missing` renders instead: by default a sentence, with the children and a button for `onCancel`.
 *
 * @param load Imports the module of the component.
 * @param pick Returns the component.
 */
export function lazyPart<M, P extends object>(
  load: () => Promise<M>,
  pick: (module: M) => ComponentType<P>,
  missing: ComponentType<P> = NotLoaded,
): (props: P & LazyPartProps) => ReactNode {
  const Part: ComponentType<P> = lazy(
    (): Promise<{ default: ComponentType<P> }> =>
      load().then(
        (module) => ({ default: pick(module) }),
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
    <div data-slot="load-error">
      <p>{strings.run.loadFailed}</p>
      {onCancel && <Button onClick={onCancel}>{strings.approval.back}</Button>}
      {children}
    </div>
  );
}
