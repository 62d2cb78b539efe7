'use client';

import type { ReactNode } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';
import { CopyButton } from '../copy-button.tsx';
import { Disclosure, DisclosureContent, DisclosureTrigger } from '../disclosure.tsx';
import type { KeyValue } from '../key-value.ts';
import { OutputRoot, OutputSection, OutputText } from '../output-block.tsx';
import type { PartProps } from '../render-part.tsx';

export interface NoticeDetailsProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  /** The raw text of the error. */
  text: string;
  /** Ids that help to find it in a log. */
  keyValues?: readonly KeyValue[] | undefined;
}

/** The raw text behind a notice, one click away: closed it is a quiet button, opened a sunken block. */
export function NoticeDetails({ text, keyValues = [], ...props }: NoticeDetailsProps): ReactNode {
  const strings = useStrings();
  const whole = [text, ...keyValues.map(({ label, value }) => `${label}: ${value}`)].join('\n');
  return (
    <Disclosure dataSlot="notice-details" {...props}>
      <DisclosureTrigger dataSlot="button" data-variant="quiet" type="button">
        {strings.error.details}
      </DisclosureTrigger>
      <DisclosureContent dataSlot="notice-details-content">
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
      </DisclosureContent>
    </Disclosure>
  );
}
