'use client';

import * as Popover from 'radix-ui/popover';
import { type ReactNode, type RefObject, useRef } from 'react';
import { showPopperInTopLayer } from '../../internals/show-in-top-layer.ts';
import { AssistantListbox, type AssistantListboxProps } from './assistant-listbox.tsx';

// No inline padding: the button itself may be at the edge of the window.
const BLOCK_EDGES = { top: 8, bottom: 8 };

export interface AssistantPopoverProps extends AssistantListboxProps {
  id: string;
  /** The picker's button: the popover is placed at it and returns the focus to it. */
  anchor: RefObject<HTMLButtonElement | null>;
  /** Shown instead of an empty listbox. */
  notice: ReactNode;
  onClose: () => void;
}

/**
 * The listbox of assistants in a popover. Renders a `<div>` in the top layer.
 *
 * Strings, icon and notice are props: importing their modules would split them from the main chunk.
 */
export default function AssistantPopover({
  id,
  anchor,
  notice,
  onClose,
  onSelect,
  ...props
}: AssistantPopoverProps): ReactNode {
  const isFocusElsewhere = useRef(false);
  const close = (): void => {
    if (!isFocusElsewhere.current) anchor.current?.focus();
    onClose();
  };
  return (
    <Popover.Root open onOpenChange={close}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Content
        ref={showPopperInTopLayer}
        id={id}
        // Not Radix's `dialog`: the button opens the listbox inside.
        role={undefined}
        data-slot="assistant-picker-popover"
        align="start"
        sideOffset={4}
        collisionPadding={BLOCK_EDGES}
        onInteractOutside={(event) => {
          const isOnButton = event.target instanceof Node && anchor.current?.contains(event.target);
          if (isOnButton) event.preventDefault();
          else isFocusElsewhere.current = true;
        }}
        // Radix would return the focus in a later task, after Tab has moved it.
        onCloseAutoFocus={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          // Closing focuses the button, and the default action of Tab moves the focus on from there.
          if (event.key === 'Tab') close();
        }}
      >
        {props.assistants.length === 0 ? (
          notice
        ) : (
          <AssistantListbox
            {...props}
            onSelect={(assistantId) => {
              close();
              onSelect(assistantId);
            }}
          />
        )}
      </Popover.Content>
    </Popover.Root>
  );
}
