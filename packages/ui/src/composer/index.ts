import type { PartProps } from '../internals/render-part.tsx';

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
export type BoxProps = PartProps<'div'>;
/** Props of `Composer.Input`. */
export type InputProps = PartProps<'textarea'>;
/** Props of `Composer.Send`. */
export type SendProps = PartProps<'button'>;
/** Props of `Composer.Hint`. */
export type HintProps = Omit<PartProps<'p'>, 'children' | 'asChild'>;
