import type { ReactNode } from 'react';
import { Svg, type SvgIconProps } from './svg.tsx';

export type IconComponent = (props: SvgIconProps) => ReactNode;

/** An icon from its path data. */
export const icon =
  (d: string): IconComponent =>
  (props) => <Svg draw={d} {...props} />;

export const SendIcon: IconComponent = /* @__PURE__ */ icon('M8 13V3.4M3.8 7.5 8 3.3l4.2 4.2');
export const QueueIcon: IconComponent = /* @__PURE__ */ icon(
  'M2.8 4.2h10.4M2.8 8h5.4M2.8 11.8h3.4M11.4 8.4v5.2M8.8 11h5.2',
);
export const StopIcon: IconComponent = (props) => (
  <Svg {...props}>
    <rect x="4.25" y="4.25" width="7.5" height="7.5" rx="1.25" fill="currentColor" stroke="none" />
  </Svg>
);
export const ChevronIcon: IconComponent = /* @__PURE__ */ icon('M6 4l4 4-4 4');
export const CheckIcon: IconComponent = /* @__PURE__ */ icon('M3.5 8.4 6.6 11.4 12.5 4.8');
export const CopyIcon: IconComponent = /* @__PURE__ */ icon(
  'M7 5.5h4.4A1.6 1.6 0 0 1 13 7.1v4.4a1.6 1.6 0 0 1-1.6 1.6H7a1.6 1.6 0 0 1-1.6-1.6V7.1A1.6 1.6 0 0 1 7 5.5ZM10.3 3.2A1.6 1.6 0 0 0 9 2.5H4.1a1.6 1.6 0 0 0-1.6 1.6V9c0 .6.3 1 .8 1.3',
);
export const AgainIcon: IconComponent = /* @__PURE__ */ icon('M13 8a5 5 0 1 1-1.6-3.7M13 2.4v2.7h-2.7');
export const DownIcon: IconComponent = /* @__PURE__ */ icon('M8 3v9.6M3.8 8.5 8 12.7l4.2-4.2');
export const RemoveIcon: IconComponent = /* @__PURE__ */ icon('M4.5 4.5l7 7M11.5 4.5l-7 7');
export const NewIcon: IconComponent = /* @__PURE__ */ icon('M8 3.2v9.6M3.2 8h9.6');
export const EditIcon: IconComponent = /* @__PURE__ */ icon(
  'M9.8 4.3l2.2 2.2M3.3 12.7l.5-2.5 6.7-6.7a1.2 1.2 0 0 1 1.7 0l.3.3a1.2 1.2 0 0 1 0 1.7l-6.7 6.7Z',
);
