export {
  ComposerBox as Box,
  ComposerHint as Hint,
  ComposerInput as Input,
  ComposerRoot as Root,
  ComposerSend as Send,
} from './composer.tsx';
