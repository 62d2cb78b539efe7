/** A request as the upstream reads it. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly ChatBodyMessage[];
  readonly tools?: readonly { readonly function: { readonly name: string } }[];
  readonly tool_choice?: string | { readonly function: { readonly name: string } };
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema?: object } };
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly reasoning_effort?: string;
  readonly reasoning?: { readonly effort?: string };
}

interface ChatBodyMessage {
  readonly role: string;
  readonly content:
    | string
    | null
    | readonly { readonly type: string; readonly image_url?: { readonly url: string } }[];
  readonly tool_calls?: readonly { readonly id: string; readonly function: { readonly name: string } }[];
  readonly tool_call_id?: string;
}

/** What a provider makes of a request. */
export interface Understood {
  readonly limit?: number | undefined;
  readonly effort?: string | undefined;
  readonly schema?: object | undefined;
  /** The function that the model must call; `any` for any of them. */
  readonly forced?: string | undefined;
}

export interface Refusal {
  readonly status: number;
  readonly body: object;
}

/** A provider of the Chat Completions API: what it refuses, what it understands, and the shape of its streams. */
export interface ProviderShape {
  readonly refuse: (
    body: ChatBody,
    request: { readonly path: string; readonly key: string },
  ) => Refusal | undefined;
  readonly understand: (body: ChatBody) => Understood;
  /** What happens with tools and `tool_choice: 'none'`. @defaultValue no call */
  readonly none?: 'ignored' | 'calls as text';
  readonly stream: (answer: ChatAnswer) => readonly (object | string)[];
}

export interface ChatAnswer {
  readonly text: string;
  /** The function that is called instead. */
  readonly call?: string | undefined;
}

export const USAGE = { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 };
export const SPEECH = 'First the city.';
export const OSLO = '{"city":"Oslo"}';

export const imagesOf = ({ messages }: ChatBody): readonly string[] =>
  messages.flatMap(({ content }) =>
    Array.isArray(content) ? content.flatMap((part) => part.image_url?.url ?? []) : [],
  );
export const isData = (url: string, types: string) =>
  new RegExp(`^data:image/(?:${types});base64,`).test(url);
export const forcedOf = ({ tool_choice: choice }: ChatBody) =>
  typeof choice === 'object' ? choice.function.name : choice === 'required' ? 'any' : undefined;
export const common = (body: ChatBody): Understood => ({
  effort: body.reasoning_effort,
  schema: body.response_format?.json_schema?.schema,
  forced: forcedOf(body),
});

/** A chunk with one choice. */
export const chunk = (
  delta: object,
  reason: string | null = null,
  more: object = {},
  ofChoice: object = {},
) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  ...more,
  choices: [{ index: 0, delta, finish_reason: reason, ...ofChoice }],
});
export const usageChunk = (more: object = {}) => ({ ...chunk({}, null, more), choices: [], usage: USAGE });
export const halves = (text: string) => [text.slice(0, 5), text.slice(5)].filter((half) => half !== '');
export const wholeCall = (name: string, id: string, args: string | object = OSLO) => ({
  tool_calls: [{ id, index: 0, type: 'function', function: { name, arguments: args } }],
});
