import type { ReactNode } from 'react';
import { inkCode } from './ink-code.ts';

/** Code in its inks: a `<span>` for each comment, string and keyword, the rest as bare text. */
export default function Inked({ code, language }: { code: string; language: string }): ReactNode {
  return inkCode(code, language).map(({ ink, text }, index) =>
    ink === undefined ? (
      text
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- the pieces of a growing text keep their places
      <span key={index} data-ink={ink}>
        {text}
      </span>
    ),
  );
}
