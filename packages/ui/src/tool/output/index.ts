export { OutputRoot as Root, OutputSection as Section } from '../../internals/output-block.tsx';
export { KeyValueList, ToolOutputText as Text } from './tool-output.tsx';
