import type { PrimitiveProps } from '../../internals/render-part.tsx';

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
/** Props of `ToolApproval.Root`. */
export type RootProps = PrimitiveProps<'section'>;
/** Props of `ToolApproval.Question`. */
export type QuestionProps = PrimitiveProps<'p'>;
/** Props of `ToolApproval.Actions`. */
export type ActionsProps = PrimitiveProps<'div'>;
