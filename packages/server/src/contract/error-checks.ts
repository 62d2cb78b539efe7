import { EngineError } from '../engines/engine-error.ts';
import { contractError, expectThat, show } from './contract-error.ts';
import type { EngineCheck } from './engine-check.ts';
import { contractInput, UNKNOWN_MODEL, userMessage } from './inputs.ts';
import { EngineHangsError, makeModelCall } from './model-call.ts';
import { findSecret } from './shown-secrets.ts';

/** No message of an error may contain it. */
const CONFIDENTIAL = 'Our merger with Quokka is confidential';

const UNKNOWN = contractInput({ model: UNKNOWN_MODEL, messages: [userMessage(`${CONFIDENTIAL}.`)] });

/** Checks of failed model calls. */
export const errorChecks: readonly EngineCheck[] = [
  {
    name: 'the engine fails with an EngineError without secrets when the model does not exist, or responds with its own model',
    async check(make) {
      let failure: unknown;
      try {
        await makeModelCall(make(), UNKNOWN, 'the model was unknown');
        return;
      } catch (error) {
        if (error instanceof EngineHangsError) throw error;
        failure = error instanceof Error ? error.cause : undefined;
        // Without a cause, the events broke the interface.
        if (failure === undefined) throw error;
      }
      if (!(failure instanceof EngineError)) {
        throw contractError(
          {
            did: `The engine threw ${failure instanceof Error ? failure.name : show(failure)} for an unknown model.`,
            expected:
              'Errors that users may read are an EngineError; others fail a run without their reason.',
            remedy:
              "Throw new EngineError('server_error', …) of @threadkit/server, with failure: 'setup' and forOperator.",
          },
          failure,
        );
      }
      checkMessages(failure);
    },
  },
];

function checkMessages({ message, forOperator = '' }: EngineError): void {
  expectThat(message.trim() !== '', () => ({
    did: 'The engine threw an EngineError without a message for an unknown model.',
    expected: "Users read the message as the run's last_error.",
    remedy: 'Say what happened and what the user can do, such as choosing another model.',
  }));
  for (const [text, reader] of [
    [message, 'user'],
    [forOperator, 'operator'],
  ] as const) {
    expectThat(findSecret(text) === undefined && !text.includes(CONFIDENTIAL), () => ({
      did: `The engine threw an EngineError with what looks like a key or text of the conversation, for the ${reader} to read.`,
      expected: 'Messages contain no keys, tokens, passwords or text of the conversation.',
      remedy:
        "Write messages of your own. Do not pass the provider's message on: it may quote the key and the request.",
    }));
  }
}
