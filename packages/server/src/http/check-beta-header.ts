import { badRequest } from './http-error.ts';

/** Accepts v2 or no header: the hosted service required it, but older and hand-written clients omit it. */
export function checkBetaHeader(headers: Headers): void {
  const beta = headers.get('openai-beta');
  if (beta === null || beta.includes('assistants=v2') || !beta.includes('assistants=v1')) return;
  throw badRequest(
    "The v1 Assistants API has been deprecated. Please try again by setting the header 'OpenAI-Beta: assistants=v2'.",
    { code: 'invalid_beta' },
  );
}
