import { Fragment, type ReactNode } from 'react';

/** A name longer than this may break after all: it would not fit a phone's line. */
const MAX_CHARS = 32;

/** Text whose names (`checkout-api`, `2026.11.18-1`) do not break at their hyphens. */
export function NoWrap({ text }: { text: string }): ReactNode {
  if (!text.includes('-')) return text;
  return text.split(/(\s+)/).map((word, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- words of a text have no other identity
    <Fragment key={index}>
      {word.includes('-') && word.length <= MAX_CHARS ? <span data-nowrap="">{word}</span> : word}
    </Fragment>
  ));
}
