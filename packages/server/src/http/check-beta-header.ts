import { badRequest } from './http-error.ts';

/** Absent or v2 is fine; the hosted service insisted on it, older and hand-written clients do not send it. */
export function checkBetaHeader(headers: Headers): void {
  const beta = headers.get('openai-beta');
  if (beta === null || beta.includes('assistants=v2') || !beta.includes('assistants=v1')) return;
  throw badRequest(
    "The v1 Assistants API has been deprecated. Please try again by setting the header 'OpenAI-Beta: assistants=v2'.",
    { code: 'invalid_beta' },
  );
}
