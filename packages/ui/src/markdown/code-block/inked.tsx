'use client';

import { memo, type ReactNode, useState } from 'react';
import { createInker } from './create-inker.ts';
import type { Ink } from './ink-code.ts';

interface InkedProps {
  /** Of `splitLines`, which is not imported here: the file would be in two parts of the page, and so in a third. */
  stretches: readonly string[];
  language: string;
}

/** Code in its inks, stretch by stretch: a `<span>` for each comment, string and keyword, the rest as bare text. */
export default function Inked({ stretches, language }: InkedProps): ReactNode {
  const [ink] = useState(createInker);
  return ink(stretches, language).map(({ inks }, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the stretches of growing code keep their places
    <Stretch key={index} inks={inks} />
  ));
}

const Stretch = memo(function Stretch({ inks }: { inks: readonly Ink[] }): ReactNode {
  return (
    <span data-slot="code-lines">
      {inks.map(({ ink, text }, index) =>
        ink === undefined ? (
          text
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- the pieces of a growing text keep their places
          <span key={index} data-ink={ink}>
            {text}
          </span>
        ),
      )}
    </span>
  );
});
