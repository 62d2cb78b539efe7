import type { ComponentProps, ReactNode } from 'react';

/** Props of an icon: those of `<svg>`. */
export type SvgIconProps = Omit<ComponentProps<'svg'>, 'children'>;

interface SvgProps extends SvgIconProps {
  /** Path data. */
  draw?: string | undefined;
  children?: ReactNode;
}

/**
 * The base of all icons: a 16 px grid, 1.5 px stroke, round caps. Hidden from screen readers, because a text label is
 * always present.
 */
export function Svg({ draw, children, ...props }: SvgProps): ReactNode {
  return (
    <svg
      aria-hidden="true"
      data-slot="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...props}
    >
      {draw === undefined ? children : <path d={draw} />}
    </svg>
  );
}
