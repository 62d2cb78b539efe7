export { OutputRoot as Root, OutputSection as Section } from '../../internals/output-block.tsx';
export { KeyValueList } from './key-value-list.tsx';
export { ToolOutputText as Text } from './tool-output-text.tsx';
