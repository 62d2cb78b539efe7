import type { PrimitiveProps } from '../internals/render-part.tsx';

export {
  ThreadDock as Dock,
  ThreadFooter as Footer,
  ThreadLoading as Loading,
  ThreadRoot as Root,
  ThreadScrollToBottom as ScrollToBottom,
  type ThreadScrollToBottomProps as ScrollToBottomProps,
  ThreadViewport as Viewport,
} from './thread.tsx';
export {
  ThreadEmpty as Empty,
  type ThreadEmptyProps as EmptyProps,
  ThreadStarterPrompts as StarterPrompts,
  type ThreadStarterPromptsProps as StarterPromptsProps,
} from './thread-empty.tsx';
/** Props of `Thread.Root`. */
export type RootProps = PrimitiveProps<'div'>;
/** Props of `Thread.Viewport`. */
export type ViewportProps = PrimitiveProps<'div'>;
/** Props of `Thread.Footer`. */
export type FooterProps = PrimitiveProps<'div'>;
/** Props of `Thread.Dock`. */
export type DockProps = PrimitiveProps<'div'>;
/** Props of `Thread.Loading`. */
export type LoadingProps = Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>;
