import type { PrimitiveProps } from '../internals/render-part.tsx';

export {
  ComposerBox as Box,
  ComposerHint as Hint,
  ComposerRoot as Root,
  type ComposerRootProps as RootProps,
  ComposerSend as Send,
} from './composer.tsx';
export { ComposerInput as Input } from './composer-input.tsx';
export {
  ComposerSuggestions as Suggestions,
  type ComposerSuggestionsProps as SuggestionsProps,
} from './suggestions/composer-suggestions.tsx';
/** Props of `Composer.Box`. */
export type BoxProps = PrimitiveProps<'div'>;
/** Props of `Composer.Input`. */
export type InputProps = PrimitiveProps<'textarea'>;
/** Props of `Composer.Send`. */
export type SendProps = PrimitiveProps<'button'>;
/** Props of `Composer.Hint`. */
export type HintProps = Omit<PrimitiveProps<'p'>, 'children' | 'asChild'>;
