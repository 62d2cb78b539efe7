import type { PartProps } from '../internals/render-part.tsx';

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
export type RootProps = PartProps<'div'>;
export type ViewportProps = PartProps<'div'>;
export type FooterProps = PartProps<'div'>;
export type DockProps = PartProps<'div'>;
export type LoadingProps = Omit<PartProps<'div'>, 'children' | 'asChild'>;
