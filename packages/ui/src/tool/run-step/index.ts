export {
  RunStepContent as Content,
  RunStepDetail as Detail,
  RunStepDuration as Duration,
  RunStepLabel as Label,
  RunStepRoot as Root,
  RunStepRow as Row,
  RunStepTrigger as Trigger,
} from './run-step.tsx';
