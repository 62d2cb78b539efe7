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
export type BoxProps = PartProps<'div'>;
export type InputProps = PartProps<'textarea'>;
export type SendProps = PartProps<'button'>;
export type HintProps = Omit<PartProps<'p'>, 'children' | 'asChild'>;
