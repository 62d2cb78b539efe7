export {
  ComposerBox as Box,
  ComposerHint as Hint,
  ComposerRoot as Root,
  ComposerSend as Send,
} from './composer.tsx';
export { ComposerInput as Input } from './composer-input.tsx';
export { ComposerSuggestions as Suggestions } from './suggestions/composer-suggestions.tsx';
