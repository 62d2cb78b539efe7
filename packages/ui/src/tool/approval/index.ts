export { ApprovalBox as Box } from './approval-box.tsx';
export {
  ToolApprovalActions as Actions,
  ToolApprovalApprove as Approve,
  ToolApprovalQuestion as Question,
  ToolApprovalReject as Reject,
  ToolApprovalRoot as Root,
  ToolApprovalTimeLeft as TimeLeft,
} from './tool-approval.tsx';
