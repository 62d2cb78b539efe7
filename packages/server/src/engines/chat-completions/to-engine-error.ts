import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  BadRequestError,
  RateLimitError,
  UnprocessableEntityError,
} from 'openai';
import { quoteForLog } from '../../log.ts';
import { EngineError, type EngineErrorOptions } from '../engine-error.ts';
import type { StreamError } from './read-chunk.ts';
import { redact } from './redact.ts';

/** What was asked of the provider, as far as its failure may be about it. */
export interface AskedOf {
  readonly model: string;
  /** Hidden in everything that is kept of the provider's words. */
  readonly apiKey: string | null;
}

/**
 * A provider's failure in the words of a run's `last_error`, and for the operator the cause and what to check. Keys,
 * addresses and accounts stay out of both.
 */
export function toEngineError(error: unknown, asked: AskedOf): unknown {
  if (error instanceof EngineError || !(error instanceof APIError)) return error;
  const secrets = asked.apiKey === null ? [] : [asked.apiKey];
  const cause = describeCause(error, secrets);
  const setup = (todo: string): EngineErrorOptions => ({
    cause: error,
    failure: 'setup',
    forOperator: `${todo} ${cause}`,
  });
  if (error instanceof RateLimitError) {
    if (error.code === 'insufficient_quota') {
      return new EngineError('rate_limit_exceeded', "The model provider's quota is used up.", {
        cause: error,
        forOperator: `The quota at the model provider is used up: look at the plan and the billing of its account. ${cause}`,
      });
    }
    const text = `The model provider is busy or limits requests. Try again ${whenFrom(error)}.`;
    return new EngineError('rate_limit_exceeded', text, { cause: error });
  }
  if (error instanceof APIConnectionError) {
    const why = error instanceof APIConnectionTimeoutError ? 'did not answer in time' : 'cannot be reached';
    return new EngineError('server_error', 'The model provider could not be reached. Try again later.', {
      cause: error,
      failure: 'provider',
      forOperator: `The model provider ${why}: is it running, and is its address right (OPENAI_BASE_URL, or baseURL of chatCompletions)? ${cause}`,
    });
  }
  if (isAboutKey(error)) {
    return new EngineError(
      'server_error',
      "The model cannot be used: its provider did not accept this server's key. The operator of the app has to set another one.",
      setup(
        'The model provider did not accept the key: check OPENAI_API_KEY (threadkit serve), or apiKey of chatCompletions, and what the key may be used for.',
      ),
    );
  }
  if (isAboutModel(error)) {
    return new EngineError(
      'server_error',
      'The model cannot be used: its provider does not know it. The operator of the app has to choose another one.',
      setup(
        `The model provider does not know the model ${quoteForLog(asked.model)}: check --model (threadkit serve), model of chatCompletions, or the model of the assistant.`,
      ),
    );
  }
  if (error.status === 404) {
    return new EngineError(
      'server_error',
      'The model cannot be used: nothing was found at the address of its provider. The operator of the app has to correct it.',
      setup(
        `The model provider has nothing at the address that was asked: check OPENAI_BASE_URL, or baseURL of chatCompletions (most end in /v1), and the model ${quoteForLog(asked.model)}.`,
      ),
    );
  }
  if (error instanceof BadRequestError || error instanceof UnprocessableEntityError) {
    const reason = redact(reasonOf(error), secrets);
    return new EngineError('invalid_prompt', `The model provider refused the request: ${reason}`, {
      cause: error,
    });
  }
  return new EngineError('server_error', 'The model provider had an error. Try again later.', {
    cause: error,
    failure: 'provider',
    forOperator: `The model provider had an error. If it lasts, look at the provider's status page, or at the log of your own model server. ${cause}`,
  });
}

/** A refusal inside of a stream, as the same refusal by an HTTP status. */
export function toStreamError(error: StreamError, asked: AskedOf): unknown {
  const { message, type } = error;
  const code = typeof error.code === 'number' ? null : error.code;
  const body = { message, code, type };
  return toEngineError(APIError.generate(statusOf(error), { error: body }, message, new Headers()), asked);
}

function statusOf({ code, type, message }: StreamError): number {
  if (typeof code === 'number' && code >= 400 && code < 600) return code;
  const named = `${code ?? ''} ${type ?? ''}`.toLowerCase();
  if (/quota|rate_?limit|too_?many/.test(named)) return 429;
  if (/auth|permission|api_?key/.test(named)) return 401;
  if (/model_?not_?found/.test(named)) return 404;
  if (/bad_?request|invalid|context|validation|unprocessable/.test(named)) return 400;
  return /\brate limit\b/i.test(message) ? 429 : 500;
}

/** An answer that broke off in the middle, by whatever the connection or the parser threw. */
export function brokenOff(error?: unknown, apiKey: string | null = null): EngineError {
  const said = error instanceof Error ? redact(deepestMessage(error), apiKey === null ? [] : [apiKey]) : '';
  return new EngineError('server_error', 'The model provider broke off its answer. Try again.', {
    cause: error,
    failure: 'provider',
    forOperator: `The model provider broke off its answer: look at its log, or at what limits the time of requests between here and there.${said && ` (${said})`}`,
  });
}

/** A few compatible providers answer 400 for a key or a model: only their sentence tells. */
function isAboutKey(error: InstanceType<typeof APIError>): boolean {
  const { status, code, message } = error;
  if (status === 401 || status === 403 || code === 'invalid_api_key') return true;
  return status === 400 && /\bapi[ _-]?key\b/i.test(message);
}

function isAboutModel({ status, code, message }: InstanceType<typeof APIError>): boolean {
  if (code === 'model_not_found') return true;
  if (status !== 404 && status !== 400) return false;
  return /\bmodel\b.{0,200}\b(not? (exist|found)|does not exist|unknown)\b|\bnot a valid model\b/i.test(
    message,
  );
}

/** Status, code and the provider's own sentence. */
function describeCause(error: InstanceType<typeof APIError>, secrets: readonly string[]): string {
  const said = error instanceof APIConnectionError ? deepestMessage(error) : reasonOf(error);
  const parts = [error.status, error.code, redact(said, secrets)];
  return `(${parts.filter((part) => part !== undefined && part !== null && part !== '').join(', ')})`;
}

/** Of a connection that fails, the innermost error has the reason. */
function deepestMessage(error: Error): string {
  let deepest = error;
  // An AggregateError of one failure for each address of a host has a code and no message.
  for (let depth = 0; depth < 5 && deepest.cause instanceof Error; depth += 1) deepest = deepest.cause;
  if (deepest.message !== '') return deepest.message;
  return 'code' in deepest && typeof deepest.code === 'string' ? deepest.code : error.message;
}

function whenFrom(error: RateLimitError): string {
  const seconds = Number(error.headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? `in ${Math.ceil(seconds)} s` : 'later';
}

/** The SDK puts the status before the provider's text. */
function reasonOf(error: InstanceType<typeof APIError>): string {
  return error.message.replace(/^\d{3}\s+/, '');
}
