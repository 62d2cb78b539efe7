'use client';

import type { ReactNode } from 'react';
import { Button } from '../../internals/button.tsx';
import { CopyButton } from '../../internals/copy-button.tsx';
import { EditIcon } from '../../internals/icons/icons.tsx';
import { DeleteIcon } from '../../internals/icons/message-icons.tsx';
import { type PartProps, renderPart } from '../../internals/render-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';

export interface MessageActionsProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  /** What the copy button copies; read when it is pressed. */
  text: () => string;
  /** Left out: cannot be edited now. */
  onEdit?: (() => void) | undefined;
  /** Left out: cannot be deleted now. */
  onDelete?: (() => void) | undefined;
  /** The button that takes the keyboard's focus back when what it opened is closed. */
  focused?: 'edit' | 'delete' | undefined;
}

/** What can be done with a message: seen on hover and focus, always there for touch. Renders a `<div>`. */
export function MessageActions({
  text,
  onEdit,
  onDelete,
  focused,
  ...props
}: MessageActionsProps): ReactNode {
  const strings = useStrings().message;
  return renderPart('div', 'message-actions', {
    ...props,
    children: (
      <>
        <CopyButton text={text} labels={strings} />
        {onEdit && (
          <Button
            variant="icon"
            data-action="edit"
            aria-label={strings.edit}
            title={strings.edit}
            autoFocus={focused === 'edit'}
            onClick={onEdit}
          >
            <EditIcon />
          </Button>
        )}
        {onDelete && (
          <Button
            variant="icon"
            aria-label={strings.delete}
            title={strings.delete}
            autoFocus={focused === 'delete'}
            onClick={onDelete}
          >
            <DeleteIcon />
          </Button>
        )}
      </>
    ),
  });
}
