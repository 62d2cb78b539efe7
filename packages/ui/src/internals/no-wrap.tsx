import { Fragment, type ReactNode } from 'react';

/** Longer names may wrap: they do not fit on a line of a phone. */
const MAX_CHARS = 32;

/** Text in which names (`checkout-api`, `2026.11.18-1`) do not wrap at hyphens. */
export function NoWrap({ text }: { text: string }): ReactNode {
  if (!text.includes('-')) return text;
  return text.split(/(\s+)/).map((word, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- words of a text have no other key
    <Fragment key={index}>
      {word.includes('-') && word.length <= MAX_CHARS ? <span data-nowrap="">{word}</span> : word}
    </Fragment>
  ));
}
