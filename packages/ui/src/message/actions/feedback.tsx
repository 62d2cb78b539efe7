'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { BadIcon, GoodIcon } from '../../internals/icons/message-icons.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';

/** What a person thinks of an answer; undefined: nothing, or not any more. */
export type Rating = 'up' | 'down' | undefined;

export interface FeedbackProps {
  /** What was said of it before. */
  defaultRating?: Rating;
  /** The pressed button pressed again takes the rating back. */
  onRate: (rating: Rating) => void;
}

/** Two quiet buttons: a good answer, a bad one. Selector of what was said: `[aria-pressed="true"]`. */
export function Feedback({ defaultRating, onRate }: FeedbackProps): ReactNode {
  const strings = useStrings().message;
  const [rating, setRating] = useState(defaultRating);
  const button = (value: 'up' | 'down', label: string, icon: ReactNode): ReactNode => (
    <Button
      variant="icon"
      aria-label={label}
      title={label}
      aria-pressed={rating === value}
      onClick={() => {
        const next = rating === value ? undefined : value;
        setRating(next);
        onRate(next);
      }}
    >
      {icon}
    </Button>
  );
  return (
    <>
      {button('up', strings.good, <GoodIcon />)}
      {button('down', strings.bad, <BadIcon />)}
    </>
  );
}
