'use client';

import type { ReactNode } from 'react';
import { useWords } from '../../locales/locale-provider.tsx';
import { CopyButton } from '../copy-button.tsx';
import { Disclosure, DisclosureContent, DisclosureTrigger } from '../disclosure.tsx';
import type { Fact } from '../fact.ts';
import { OutputRoot, OutputSection, OutputText } from '../output-block.tsx';
import type { PartProps } from '../render-part.tsx';

export interface NoticeDetailsProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  /** The raw text of the error. */
  text: string;
  /** Ids that help to find it in a log. */
  facts?: readonly Fact[] | undefined;
}

/** The raw text behind a notice, one click away: closed it is a quiet button, opened a sunken block. */
export function NoticeDetails({ text, facts = [], ...props }: NoticeDetailsProps): ReactNode {
  const words = useWords();
  const whole = [text, ...facts.map(({ label, value }) => `${label}: ${value}`)].join('\n');
  return (
    <Disclosure dataSlot="notice-details" {...props}>
      <DisclosureTrigger dataSlot="button" data-look="quiet" type="button">
        {words.error.details}
      </DisclosureTrigger>
      <DisclosureContent dataSlot="notice-details-content">
        <OutputRoot>
          <OutputSection label={words.tool.error}>
            <OutputText>{text}</OutputText>
          </OutputSection>
          {facts.map(({ label, value }) => (
            <OutputSection key={label} label={label}>
              <OutputText>{value}</OutputText>
            </OutputSection>
          ))}
          <CopyButton text={whole} words={{ copy: words.error.copyDetails, copied: words.markdown.copied }} />
        </OutputRoot>
      </DisclosureContent>
    </Disclosure>
  );
}
