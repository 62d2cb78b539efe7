'use client';

import { memo, type ReactNode, useState } from 'react';
import { createInker } from './create-inker.ts';
import type { Ink } from './ink-code.ts';

/** Code in its inks, stretch by stretch: a `<span>` for each comment, string and keyword, the rest as bare text. */
export default function Inked({ code, language }: { code: string; language: string }): ReactNode {
  const [ink] = useState(createInker);
  return ink(code, language).map(({ inks }, index) => (
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
