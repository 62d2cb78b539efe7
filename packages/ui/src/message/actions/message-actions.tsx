'use client';

import type { ReactNode } from 'react';
import { Button } from '../../internals/button.tsx';
import { CopyButton } from '../../internals/copy-button.tsx';
import { EditIcon } from '../../internals/icons/icons.tsx';
import { DeleteIcon } from '../../internals/icons/message-icons.tsx';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';

/** Props of `MessageActions`. */
export interface MessageActionsProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** Returns the text to copy; called when the copy button is pressed. */
  getText: () => string;
  /** Omit to hide the edit button. */
  onEdit?: (() => void) | undefined;
  /** Omit to hide the delete button. */
  onDelete?: (() => void) | undefined;
  /** The button that takes the focus on mount, after the form or question that it opened was closed. */
  focused?: 'edit' | 'delete' | undefined;
}

/** Copy, edit and delete buttons of a message: visible on hover and focus, always visible on touch screens. Renders a `<div>`. */
export function MessageActions({
  getText,
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
        <CopyButton text={getText} labels={strings} />
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
