'use client';

import { type ReactElement, type ReactNode, useId, useMemo, useState } from 'react';
import { composeHandlers } from './compose-handlers.ts';
import { createPartContext } from './create-part-context.ts';
import { type PartProps, renderPart } from './render-part.tsx';

interface DisclosureScope {
  readonly isOpen: boolean;
  readonly contentId: string;
  toggle(): void;
}

const [DisclosureProvider, useDisclosure] = createPartContext<DisclosureScope>('Disclosure');

/** Opening and closing, by the caller's state or by its own. */
export interface DisclosureProps {
  /** Controlled: whether it is open. */
  open?: boolean | undefined;
  /** Uncontrolled: how it begins. @defaultValue false */
  defaultOpen?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

/** Something that opens: a trigger and what it shows. Renders a `<div>`. */
export function Disclosure({
  dataSlot,
  open,
  defaultOpen = false,
  onOpenChange,
  ...props
}: PartProps<'div'> & DisclosureProps & { dataSlot: string }): ReactNode {
  const [own, setOwn] = useState(defaultOpen);
  const contentId = useId();
  const isOpen = open ?? own;
  const scope = useMemo(
    () => ({
      isOpen,
      contentId,
      toggle() {
        setOwn(!isOpen);
        onOpenChange?.(!isOpen);
      },
    }),
    [isOpen, contentId, onOpenChange],
  );
  return (
    <DisclosureProvider value={scope}>
      {renderPart('div', dataSlot, props, stateOf(isOpen))}
    </DisclosureProvider>
  );
}

/** The button that opens and closes it. Renders a `<button>`. */
export function DisclosureTrigger({
  dataSlot,
  onClick,
  ...props
}: PartProps<'button'> & { dataSlot: string }): ReactElement {
  const { isOpen, contentId, toggle } = useDisclosure('DisclosureTrigger');
  return renderPart(
    'button',
    dataSlot,
    {
      type: 'button',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? contentId : undefined,
      ...props,
      onClick: composeHandlers(onClick, toggle),
    },
    stateOf(isOpen),
  );
}

/** What it shows: in the document only while it is open. Renders a `<div>`. */
export function DisclosureContent({
  dataSlot,
  ...props
}: PartProps<'div'> & { dataSlot: string }): ReactElement | null {
  const { isOpen, contentId } = useDisclosure('DisclosureContent');
  return isOpen ? renderPart('div', dataSlot, { id: contentId, ...props }, stateOf(isOpen)) : null;
}

function stateOf(isOpen: boolean): { readonly state: string } {
  return { state: isOpen ? 'open' : 'closed' };
}
