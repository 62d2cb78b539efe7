export {
  ThreadDock as Dock,
  ThreadEmpty as Empty,
  ThreadLoading as Loading,
  ThreadRoot as Root,
  ThreadScrollToEnd as ScrollToEnd,
  ThreadViewport as Viewport,
} from './thread.tsx';
