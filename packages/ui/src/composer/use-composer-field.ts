'use client';

import { useState } from 'react';
import { type ComposerField, createComposerField } from './composer-field.ts';

/**
 * The text field of a composer, for code outside of `Composer.Root` that sets its text or focuses it. Pass it to
 * `Composer.Root` as `field`.
 */
export function useComposerField(): ComposerField {
  const [field] = useState(createComposerField);
  return field;
}
