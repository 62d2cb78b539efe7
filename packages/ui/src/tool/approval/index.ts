import type { PartProps } from '../../internals/render-part.tsx';

export type { ButtonProps as ApproveProps, ButtonProps as RejectProps } from '../../internals/button.tsx';
export { ApprovalPrompt as Prompt, type ApprovalPromptProps as PromptProps } from './approval-prompt.tsx';
export {
  ToolApprovalActions as Actions,
  ToolApprovalApprove as Approve,
  ToolApprovalQuestion as Question,
  ToolApprovalReject as Reject,
  ToolApprovalRoot as Root,
  ToolApprovalTimeLeft as TimeLeft,
  type ToolApprovalTimeLeftProps as TimeLeftProps,
} from './tool-approval.tsx';
export type RootProps = PartProps<'section'>;
export type QuestionProps = PartProps<'p'>;
export type ActionsProps = PartProps<'div'>;
