'use client';

import type { ReactNode } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';
import { CollapsibleContent, CollapsibleRoot, CollapsibleTrigger } from '../collapsible.tsx';
import { CopyButton } from '../copy-button.tsx';
import type { KeyValue } from '../key-value.ts';
import { OutputRoot, OutputSection, OutputText } from '../output-block.tsx';
import type { PrimitiveProps } from '../render-part.tsx';

/** Props of `Notice.Details`. */
export interface NoticeDetailsProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The raw text of the error. */
  text: string;
  /** Request ids and other values for finding the error in a log. */
  keyValues?: readonly KeyValue[] | undefined;
}

/** The raw error text of a notice and a copy button, collapsed by default. Renders a `<div>`. */
export function NoticeDetails({ text, keyValues = [], ...props }: NoticeDetailsProps): ReactNode {
  const strings = useStrings();
  const whole = [text, ...keyValues.map(({ label, value }) => `${label}: ${value}`)].join('\n');
  return (
    <CollapsibleRoot data-slot="notice-details" {...props}>
      <CollapsibleTrigger data-slot="button" data-variant="quiet">
        {strings.error.details}
      </CollapsibleTrigger>
      <CollapsibleContent data-slot="notice-details-content">
        <OutputRoot>
          <OutputSection label={strings.tool.error}>
            <OutputText>{text}</OutputText>
          </OutputSection>
          {keyValues.map(({ label, value }) => (
            <OutputSection key={label} label={label}>
              <OutputText>{value}</OutputText>
            </OutputSection>
          ))}
          <CopyButton
            text={whole}
            labels={{ copy: strings.error.copyDetails, copied: strings.markdown.copied }}
          />
        </OutputRoot>
      </CollapsibleContent>
    </CollapsibleRoot>
  );
}
