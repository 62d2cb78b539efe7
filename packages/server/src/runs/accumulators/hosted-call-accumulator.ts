import type { RunStepObject } from '@threadkit/core/api';
import type { HostedCallPiece } from '../../engines/engine.ts';
import { EngineInterfaceError } from '../engine-interface-error.ts';
import { emptyCall, growCall, type HostedCall, mergeInputs, whole } from './hosted-call.ts';
import { gap } from './message-accumulator.ts';
import { createToolCallAccumulator, type ToolCallAccumulator } from './tool-call-accumulator.ts';

/** Accumulates the hosted calls of a step, which the engine executes itself, and the deltas not yet taken. */
export interface HostedCallAccumulator extends Pick<ToolCallAccumulator<HostedCall>, 'step' | 'takeDeltas'> {
  /** `newCallId` is called for a new call. The id is sent once: clients concatenate repeated strings. */
  add(engineIndex: number, piece: HostedCallPiece, newCallId: () => string): void;
}

const BY_PROVIDER = { executed_by: 'provider' } as const;

/** `first` is the engine's index of the step's first call. */
export function createHostedCallAccumulator(emptyStep: RunStepObject, first: number): HostedCallAccumulator {
  const accumulator = createToolCallAccumulator<HostedCall>(emptyStep, mergeInputs);
  return {
    get step() {
      return accumulator.step;
    },
    takeDeltas: accumulator.takeDeltas,

    add(engineIndex, piece, newCallId) {
      const index = engineIndex - first;
      const known = accumulator.calls[index];
      if (known && known.type !== piece.type) {
        throw new EngineInterfaceError(`It changed the kind of hosted call ${engineIndex}.`);
      }
      if (!known && index !== accumulator.calls.length) throw gap('hosted call', engineIndex);
      const call = known ?? emptyCall(piece.type, newCallId());
      const begins = known ? { index } : { index, id: call.id, ...(call.type === 'function' && BY_PROVIDER) };
      accumulator.put(index, growCall(call, piece, engineIndex), [
        { ...begins, ...(known ? piece : whole(piece)) },
      ]);
    },
  };
}
