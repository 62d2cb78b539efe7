import type { ReactNode } from 'react';
import { Icon, type IconName } from './named-icon.tsx';

/** An icon on the thread line. Renders a `<span>`. */
export function LineIcon({ name }: { name: IconName }): ReactNode {
  return (
    <span data-slot="line-icon" data-icon={name}>
      <Icon name={name} />
    </span>
  );
}
