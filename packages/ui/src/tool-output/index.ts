export {
  Facts,
  ToolOutputRoot as Root,
  ToolOutputSection as Section,
  ToolOutputText as Text,
} from './tool-output.tsx';
