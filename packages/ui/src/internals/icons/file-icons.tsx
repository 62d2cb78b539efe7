import type { ReactNode } from 'react';
import { Svg, type SvgIconProps } from './svg.tsx';

// A separate module: loaded with the first file.

export function ClipIcon(props: SvgIconProps): ReactNode {
  return (
    <Svg
      draw="M13.2 7.6 8 12.8a3.1 3.1 0 0 1-4.4-4.4l5.5-5.5a2.1 2.1 0 0 1 3 3l-5.4 5.4a1 1 0 0 1-1.5-1.5l4.8-4.8"
      {...props}
    />
  );
}

export function FileIcon(props: SvgIconProps): ReactNode {
  return (
    <Svg
      draw="M9 2.5H4.8A1.3 1.3 0 0 0 3.5 3.8v8.4a1.3 1.3 0 0 0 1.3 1.3h6.4a1.3 1.3 0 0 0 1.3-1.3V6ZM9 2.5V6h3.5"
      {...props}
    />
  );
}

export function DownloadIcon(props: SvgIconProps): ReactNode {
  return <Svg draw="M8 2.8v7.4M4.8 7.2 8 10.4l3.2-3.2M3 13.2h10" {...props} />;
}
