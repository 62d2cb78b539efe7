import type { ReactNode } from 'react';
import { Svg, type SvgIconProps } from './svg.tsx';

/** Icons of the kinds of steps (`function`, `code`, `search`, `reasoning`), then of the states of runs, steps and notices. */
export type IconName =
  | 'function'
  | 'code'
  | 'search'
  | 'reasoning'
  | 'queued'
  | 'live'
  | 'done'
  | 'stopped'
  | 'failed'
  | 'waiting'
  | 'incomplete'
  | 'content-filter'
  | 'interrupted';

const dot = <circle cx="8" cy="8" r="2.4" fill="currentColor" stroke="none" />;

const DRAWINGS: Readonly<Record<IconName, string | ReactNode>> = {
  function: 'M3.5 5.5 6 8l-2.5 2.5M8.2 10.8h4.3',
  code: 'M6 4.5 2.7 8 6 11.5M10 4.5 13.3 8 10 11.5',
  search: 'M10 10l3.2 3.2M7 10.8a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6Z',
  reasoning: 'M3 5h10M3 8h10M3 11h5',
  queued: <circle cx="8" cy="8" r="2.6" />,
  live: dot,
  done: dot,
  stopped: <rect x="4.75" y="4.75" width="6.5" height="6.5" rx="1" />,
  failed: 'M4.6 4.6l6.8 6.8M11.4 4.6l-6.8 6.8',
  waiting: 'M8 13.2A5.2 5.2 0 1 0 8 2.8a5.2 5.2 0 0 0 0 10.4ZM8 5.3v3l1.9 1.3',
  incomplete: 'M2.5 8h6M11.2 4.8v6.4',
  'content-filter': 'M8 2.6 3.6 4.2v3.6c0 2.6 1.8 4.5 4.4 5.6 2.6-1.1 4.4-3 4.4-5.6V4.2Z',
  interrupted: 'M2 8h2.2M6.9 8h2.2M11.8 8H14',
};

/** Props of `Icon`. */
export interface IconProps extends SvgIconProps {
  /** The icon to draw. */
  name: IconName;
}

/** Icon of a step, a run status or a notice. Renders an `<svg>`. */
export function Icon({ name, ...props }: IconProps): ReactNode {
  const drawing = DRAWINGS[name];
  return typeof drawing === 'string' ? <Svg draw={drawing} {...props} /> : <Svg {...props}>{drawing}</Svg>;
}
