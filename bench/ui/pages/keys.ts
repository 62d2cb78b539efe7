import { afterTask } from './frames.ts';

/** Notes for each key how long it takes from the press to the frame that shows it. */
export function watchKeys(): () => readonly number[] {
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
