'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { BadIcon, GoodIcon } from '../../internals/icons/message-icons.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';

/** Rating of a response; undefined for none. */
export type Rating = 'up' | 'down' | undefined;

/** Props of `Feedback`. */
export interface FeedbackProps {
  /** Initial rating. */
  defaultRating?: Rating;
  /** Called with undefined when the selected button is pressed again. */
  onRate: (rating: Rating) => void;
}

/** Buttons to rate a response as good or bad. Renders two `<button>`s; the current rating has `aria-pressed="true"`. */
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
      {button('up', strings.goodResponse, <GoodIcon />)}
      {button('down', strings.badResponse, <BadIcon />)}
    </>
  );
}
