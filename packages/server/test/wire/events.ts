import type { StreamEvent } from '@threadkit/core/api';
import type { z } from 'zod';
import { messageDelta, runStepDelta } from './deltas.ts';
import { errorBody } from './error-body.ts';
import { message } from './message.ts';
import { run } from './run.ts';
import { runStep } from './run-step.ts';
import { thread } from './thread.ts';

/** The data of each event of a stream. */
export const EVENTS: Record<StreamEvent['event'], z.ZodType> = {
  'thread.created': thread,
  'thread.run.created': run,
  'thread.run.queued': run,
  'thread.run.in_progress': run,
  'thread.run.requires_action': run,
  'thread.run.completed': run,
  'thread.run.incomplete': run,
  'thread.run.failed': run,
  'thread.run.cancelling': run,
  'thread.run.cancelled': run,
  'thread.run.expired': run,
  'thread.run.step.created': runStep,
  'thread.run.step.in_progress': runStep,
  'thread.run.step.delta': runStepDelta,
  'thread.run.step.completed': runStep,
  'thread.run.step.failed': runStep,
  'thread.run.step.cancelled': runStep,
  'thread.run.step.expired': runStep,
  'thread.message.created': message,
  'thread.message.in_progress': message,
  'thread.message.delta': messageDelta,
  'thread.message.completed': message,
  'thread.message.incomplete': message,
  error: errorBody,
};
