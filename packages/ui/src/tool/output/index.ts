import type { PrimitiveProps } from '../../internals/render-part.tsx';

export {
  OutputRoot as Root,
  OutputSection as Section,
  type OutputSectionProps as SectionProps,
} from '../../internals/output-block.tsx';
export { KeyValueList, type KeyValueListProps } from './key-value-list.tsx';
export { ToolOutputText as Text, type ToolOutputTextProps as TextProps } from './tool-output-text.tsx';
/** Props of `ToolOutput.Root`. */
export type RootProps = PrimitiveProps<'div'>;
