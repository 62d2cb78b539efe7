import { describeRateLimit } from '../../shared/describe-rate-limit.ts';
import { quoteForLog } from '../../shared/log.ts';
import { redact } from '../../shared/redact.ts';
import { EngineError, type EngineErrorOptions } from '../engine-error.ts';
import type { Refusal } from './read-refusal.ts';

/** What an operator checks or changes, as parts of sentences: variables, and options of the engine. */
export interface OperatorOptions {
  /** "Check …" */
  readonly apiKey: string;
  /** "Check …" */
  readonly model: string;
  /** "Check …" */
  readonly address: string;
  /** "Set …", when the prompt does not fit the window of the model. */
  readonly window: string;
  /** "Set …", when the provider does not support a field of the request. */
  readonly fields: string;
}

/** What was requested from the provider, as far as its errors may refer to it. */
export interface ProviderTarget {
  readonly model: string;
  /** For the log. */
  readonly options: OperatorOptions;
  /** Removed from all quoted provider messages. */
  readonly apiKey: string | null;
  /** Where it is requested, for the log. */
  readonly baseURL: string | undefined;
}

export interface RefusalContext {
  readonly cause?: unknown;
  /** Undefined when the provider does not state it. */
  readonly retryAfterMs?: number | undefined;
  /** The call must not be repeated: the provider has begun a response, or says so, or the client has repeated it already. */
  readonly isFinal?: boolean;
}

/** Converts an HTTP status of 400 or above and the provider's message to the error of a run. */
export function toRefusalError(
  status: number,
  refusal: Refusal,
  target: ProviderTarget,
  { cause, retryAfterMs, isFinal = false }: RefusalContext = {},
): EngineError {
  const reason = redact(refusal.message, getSecrets(target));
  const about = `(${[status, refusal.code === status ? '' : redact(String(refusal.code ?? '')), reason].filter((part) => part !== '').join(', ')})`;
  const fail = (code: EngineError['code'], message: string, options: EngineErrorOptions = {}): EngineError =>
    new EngineError(code, message, { cause, ...options });
  const setup = (message: string, todo: string): EngineError =>
    fail('server_error', message, { failure: 'setup', forOperator: `${todo} ${about}` });
  const retry = isFinal ? undefined : { afterMs: retryAfterMs };

  if (isAboutQuota(status, refusal)) {
    return fail('rate_limit_exceeded', "The model provider's quota is used up.", {
      failure: 'quota',
      forOperator: `The quota at the model provider is used up. Check the plan and billing of your account there. ${about}`,
    });
  }
  if (status === 429) {
    const when = retryAfterMs === undefined ? 'later' : `in ${Math.max(1, Math.ceil(retryAfterMs / 1000))} s`;
    return fail('rate_limit_exceeded', `The model provider is busy or limits requests. Try again ${when}.`, {
      retry,
      forOperator: `${describeRateLimit(retryAfterMs)} ${about}`,
    });
  }
  if (isAboutKey(status, refusal)) {
    return setup(
      "The model cannot be used: its provider rejected this server's key. The operator of this app must set a valid key.",
      `The model provider rejected the API key. Check ${target.options.apiKey}, and the permissions of the key.`,
    );
  }
  if (isAboutModel(status, refusal)) {
    return setup(
      'The model cannot be used: its provider does not have it. The operator of this app must choose another model.',
      `The model provider does not have the model ${quoteForLog(target.model)}. Check ${target.options.model}, or the model of the assistant.`,
    );
  }
  if (status === 404) {
    return setup(
      'The model cannot be used: its provider was not found at the configured address. The operator of this app must correct the address.',
      `The model provider was not found at the configured address. Check ${target.options.address} (most end in /v1), and the model ${quoteForLog(target.model)}.`,
    );
  }
  const detail = reason === '' ? '.' : `: ${reason}`;
  if (status === 413) {
    return fail('invalid_prompt', `The request is too large for the model provider${detail}`, {
      forOperator: tooLong(about, target.options),
    });
  }
  if (status === 400 || status === 422) {
    return fail('invalid_prompt', `The model provider refused the request${detail}`, {
      forOperator: isAboutLength(refusal)
        ? tooLong(about, target.options)
        : hintFor(reason, about, target.options.fields),
    });
  }
  return fail('server_error', 'The model provider had an error. Try again later.', {
    failure: 'provider',
    retry: isPassing(status) ? retry : undefined,
    forOperator: `The model provider had an error. If it persists, check the provider's status page, or the log of your own model server. ${about}`,
  });
}

/**
 * Converts an error inside a stream like the corresponding HTTP status. `hasBegun`: the provider has generated a part of its
 * response.
 */
export function toStreamError(refusal: Refusal, target: ProviderTarget, hasBegun: boolean): EngineError {
  return toRefusalError(statusOf(refusal), refusal, target, { isFinal: hasBegun || !namesFault(refusal) });
}

export function getSecrets({ apiKey }: ProviderTarget): readonly string[] {
  return apiKey === null ? [] : [apiKey];
}

function statusOf({ code, type, message }: Refusal): number {
  const number = Number(code);
  if (number >= 400 && number < 600) return number;
  const named = `${code ?? ''} ${type ?? ''}`.toLowerCase();
  if (/quota|rate_?limit|too_?many/.test(named)) return 429;
  if (/auth|permission|api_?key/.test(named)) return 401;
  if (/model_?not_?found/.test(named)) return 404;
  if (/bad_?request|invalid|context|validation|unprocessable|image|policy/.test(named)) return 400;
  return /\brate limit\b/i.test(message) ? 429 : 500;
}

/** Faults that pass: time-outs and conflicts of the provider, overload, and what its proxies report while it starts. */
function isPassing(status: number): boolean {
  return [408, 409, 425].includes(status) || (status >= 500 && status !== 501 && status !== 505);
}

/** Whether an error inside a stream is known to be a rate limit or a fault: most providers send no status there. */
function namesFault({ code, type, message }: Refusal): boolean {
  const named = `${code ?? ''} ${type ?? ''}`.toLowerCase();
  if (Number(code) >= 400) return true;
  return (
    /rate_?limit|too_?many|overload|unavailable|server_?error|internal|api_error|time_?out/.test(named) ||
    /\brate limit\b/i.test(message)
  );
}

function isAboutQuota(status: number, { code, type, message }: Refusal): boolean {
  if (status === 402) return true;
  if (status >= 500) return false;
  return (
    code === 'insufficient_quota' ||
    type === 'insufficient_quota' ||
    type === 'billing_error' ||
    /\bcredit balance is too low\b/i.test(message)
  );
}

/** Some compatible providers respond with 400 for an invalid key or model: only the message shows it. */
function isAboutKey(status: number, { code, message }: Refusal): boolean {
  if (status === 401 || status === 403 || code === 'invalid_api_key') return true;
  return status === 400 && /\bapi[ _-]?key\b/i.test(message);
}

function isAboutModel(status: number, { code, message }: Refusal): boolean {
  // The second is Azure's: its models are deployments.
  if (code === 'model_not_found' || code === 'DeploymentNotFound') return true;
  if (status !== 404 && status !== 400) return false;
  // All that Anthropic says, before the name of the model.
  if (status === 404 && message.startsWith('model: ')) return true;
  // linear: it reads at most 200 characters ahead
  return /\bmodel\b.{0,200}\b(not? (exist|found)|does not exist|unknown)\b|\bnot a valid model\b/i.test(
    message,
  );
}

/** Whether the prompt does not fit the window of the model: what the providers of the dialects, Anthropic and Google say about it. */
function isAboutLength({ code, type, message }: Refusal): boolean {
  const named = `${code ?? ''} ${type ?? ''}`.toLowerCase();
  return (
    /context_length|context_size/.test(named) ||
    /\bcontext (?:length|window|size)\b|\bprompt is too long\b|\btoo many tokens\b|\bmaximum (?:context|number of tokens)\b/i.test(
      message,
    )
  );
}

function tooLong(about: string, { window }: OperatorOptions): string {
  return `The prompt is too long for the model. Set ${window} to the tokens of its context window, or to fewer if it is set already: older messages are then left out. ${about}`;
}

/** A hint for the operator about an unsupported field or a missing reason; undefined when the user's text is the cause. */
function hintFor(reason: string, about: string, fields: string): string | undefined {
  if (reason === '') {
    return `The model provider refused the request without a readable reason. Check its log, and any proxy between it and this server. ${about}`;
  }
  const isField =
    /\b(?:extra (?:inputs|fields)|un(?:known|recognized|supported|expected) (?:request )?(?:argument|parameter|field|member|value)|not permitted|unsupported)\b/i;
  return isField.test(reason)
    ? `The model provider does not support a field of the request. Set ${fields}. ${about}`
    : undefined;
}
