import { afterTask } from './frames.ts';

/** Measures the time from each key press to the frame that shows it. The returned function stops and returns the times. */
export function watchKeyDelays(): () => readonly number[] {
  const delays: number[] = [];
  const onKey = ({ timeStamp }: KeyboardEvent): void => {
    requestAnimationFrame(() => afterTask(() => delays.push(performance.now() - timeStamp)));
  };
  addEventListener('keydown', onKey, { capture: true });
  return () => {
    removeEventListener('keydown', onKey, { capture: true });
    return delays;
  };
}
