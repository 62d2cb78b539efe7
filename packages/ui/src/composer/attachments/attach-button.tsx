'use client';

import type { MouseEvent, ReactNode } from 'react';
import { composeHandlers } from '../../internals/compose-handlers.ts';
import { ClipIcon } from '../../internals/icons/file-icons.tsx';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { useFileStrings } from '../../locales/file-strings.ts';
import { useAttachmentsContext } from './attachments-context.ts';

/** Button that opens the system's file picker. Renders a `<button>`, followed by a hidden file input. */
export function AttachButton({ onClick, ...props }: PrimitiveProps<'button'>): ReactNode {
  const strings = useFileStrings();
  const { add, limits } = useAttachmentsContext('Attachments.Button');
  const pick = (event: MouseEvent<HTMLButtonElement>): void => {
    const field = event.currentTarget.nextElementSibling;
    if (field instanceof HTMLInputElement) field.click();
  };
  return (
    <>
      {renderPart('button', 'composer-attach', {
        type: 'button',
        'aria-label': strings.attach,
        title: strings.attach,
        ...props,
        onClick: composeHandlers(onClick, pick),
        children: props.children ?? <ClipIcon />,
      })}
      <input
        type="file"
        multiple
        hidden
        accept={limits.accept === '' ? undefined : limits.accept}
        onChange={({ currentTarget }) => {
          add(Array.from(currentTarget.files ?? []));
          // Without this, selecting a removed file again would fire no event.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
