export {
  ThreadDock as Dock,
  ThreadLoading as Loading,
  ThreadRoot as Root,
  ThreadScrollToEnd as ScrollToEnd,
  ThreadViewport as Viewport,
} from './thread.tsx';
export { ThreadEmpty as Empty, ThreadStarterPrompts as StarterPrompts } from './thread-empty.tsx';
