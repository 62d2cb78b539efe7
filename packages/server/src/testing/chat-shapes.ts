import {
  chunk,
  common,
  halves,
  imagesOf,
  isData,
  OSLO,
  type ProviderShape,
  type Refusal,
  SPEECH,
  USAGE,
  usageChunk,
  wholeCall,
} from './chat-body.ts';

/** Known providers of the Chat Completions API, by the names of their dialects. */
export const SHAPES = {
  /** `openai/openai.go`: fields that it does not have are ignored. */
  ollama: {
    refuse(body) {
      const message = imagesOf(body).some((url) => !isData(url, 'jpeg|jpg|png|webp'))
        ? 'invalid image input'
        : body.reasoning_effort && !['high', 'medium', 'low', 'none'].includes(body.reasoning_effort)
          ? `invalid reasoning value: '${body.reasoning_effort}' (must be "high", "medium", "low", or "none")`
          : undefined;
      if (message === undefined) return undefined;
      return {
        status: 400,
        body: { error: { message, type: 'invalid_request_error', param: null, code: null } },
      };
    },
    understand: (body) => ({ ...common(body), limit: body.max_tokens, forced: undefined }),
    none: 'ignored',
    stream({ text, call }) {
      const own = { system_fingerprint: 'fp_ollama' };
      const delta = (content: string, more: object = {}) =>
        chunk({ role: 'assistant', content, ...more }, null, own);
      return [
        delta('', { reasoning: SPEECH }),
        ...(call ? [delta('', wholeCall(call, 'call_8e0s2k1m'))] : halves(text).map((half) => delta(half))),
        chunk({ role: 'assistant', content: '' }, call ? 'tool_calls' : 'stop', own),
        usageChunk(own),
        '[DONE]',
      ];
    },
  },

  /** Fields are validated by type only; others are allowed. */
  vllm: {
    refuse: ({ tool_choice: choice, tools }) =>
      choice !== undefined && !tools
        ? {
            status: 400,
            body: {
              object: 'error',
              message: 'When using `tool_choice`, `tools` must be set.',
              type: 'BadRequestError',
              code: 400,
            },
          }
        : undefined,
    // As before its version 0.6.4.
    understand: (body) => ({ ...common(body), limit: body.max_tokens }),
    stream: ({ text, call }) => [
      chunk({ role: 'assistant', content: '' }, null, {}, { logprobs: null }),
      chunk({ reasoning: SPEECH }, null, {}, { logprobs: null }),
      ...(call
        ? [
            chunk({
              tool_calls: [
                { id: 'chatcmpl-tool-3c61', type: 'function', index: 0, function: { name: call } },
              ],
            }),
            chunk({ tool_calls: [{ index: 0, function: { arguments: OSLO } }] }),
          ]
        : halves(text).map((content) => chunk({ content }, null, {}, { logprobs: null }))),
      chunk({ content: '' }, call ? 'tool_calls' : 'stop', {}, { stop_reason: null }),
      usageChunk(),
      '[DONE]',
    ],
  },

  /** Errors are a text. */
  'lm-studio': {
    refuse(body) {
      const type = body.response_format?.type;
      const error =
        typeof body.tool_choice === 'object'
          ? "Invalid tool_choice type: 'object'. Supported string values: none, auto, required"
          : type !== undefined && type !== 'json_schema' && type !== 'text'
            ? "'response_format.type' must be 'json_schema' or 'text'"
            : imagesOf(body).some((url) => !isData(url, 'jpeg|png|webp'))
              ? "'url' field must be a base64 encoded image."
              : undefined;
      return error === undefined ? undefined : { status: 400, body: { error } };
    },
    understand: (body) => ({ ...common(body), limit: body.max_tokens }),
    stream: ({ text, call }) => [
      ...(call
        ? [
            chunk({
              role: 'assistant',
              tool_calls: [
                { index: 0, id: '365174485', type: 'function', function: { name: call, arguments: '' } },
              ],
            }),
            chunk({ tool_calls: [{ index: 0, function: { arguments: OSLO } }] }),
          ]
        : halves(text).map((content) =>
            chunk({ role: 'assistant', content }, null, { system_fingerprint: 'm' }),
          )),
      chunk({}, call ? 'tool_calls' : 'stop', { system_fingerprint: 'm' }),
      usageChunk({ system_fingerprint: 'm' }),
      '[DONE]',
    ],
  },

  /** `oaicompat_chat_params_parse`: an object as `tool_choice` is read as 'auto', and with 'none' calls become text. */
  'llama.cpp': {
    refuse: () => undefined,
    understand: (body) => ({
      ...common(body),
      limit: body.max_tokens,
      forced: body.tool_choice === 'required' ? 'any' : undefined,
    }),
    none: 'calls as text',
    stream: ({ text, call }) => [
      chunk({ role: 'assistant', content: null }),
      chunk({ reasoning_content: SPEECH }),
      ...(call
        ? [
            chunk({
              tool_calls: [
                { index: 0, id: 'GqMx1', type: 'function', function: { name: call, arguments: '' } },
              ],
            }),
            chunk({ tool_calls: [{ index: 0, function: { arguments: OSLO } }] }),
          ]
        : halves(text).map((content) => chunk({ content }))),
      chunk({}, call ? 'tool_calls' : 'stop'),
      { ...usageChunk(), timings: { prompt_n: 9, predicted_n: 4 } },
      '[DONE]',
    ],
  },

  openrouter: {
    refuse: () => undefined,
    understand: (body) => ({ ...common(body), limit: body.max_tokens, effort: body.reasoning?.effort }),
    stream({ text, call }) {
      const own = { id: 'gen-1', provider: 'Anthropic' };
      const delta = (given: object, reason: string | null = null) =>
        chunk({ role: 'assistant', content: '', ...given }, reason, own, {
          native_finish_reason: reason === null ? null : 'end_turn',
          logprobs: null,
        });
      const details = [{ type: 'reasoning.text', text: SPEECH, format: 'anthropic-claude-v1', index: 0 }];
      return [
        delta({ reasoning: SPEECH, reasoning_details: details }),
        ...(call
          ? [delta({ content: null, ...wholeCall(call, 'toolu_01') })]
          : halves(text).map((content) => delta({ content }))),
        delta({}, call ? 'tool_calls' : 'stop'),
        { ...delta({}), usage: { ...USAGE, cost: 0.0001, is_byok: false } },
        '[DONE]',
      ];
    },
  },

  /** Refuses fields that it does not have, and messages in an order or with ids that it does not know. */
  mistral: {
    refuse(body) {
      const allowed =
        /^(?:model|messages|stream|tools|tool_choice|parallel_tool_calls|response_format|max_tokens|temperature|top_p|reasoning_effort)$/;
      const extra = Object.keys(body).find((field) => !allowed.test(field));
      if (extra !== undefined) {
        const detail = [
          { type: 'extra_forbidden', loc: ['body', extra], msg: 'Extra inputs are not permitted' },
        ];
        return { status: 422, body: { object: 'error', message: { detail }, type: 'invalid_request_error' } };
      }
      const misplaced = body.messages.some(
        ({ role }, index) => role === 'user' && body.messages[index - 1]?.role === 'tool',
      );
      const ids = body.messages.flatMap((message) => [
        ...(message.tool_calls ?? []).map(({ id }) => id),
        ...(message.tool_call_id === undefined ? [] : [message.tool_call_id]),
      ]);
      const wrong = ids.find((id) => !/^[a-zA-Z0-9]{9}$/.test(id));
      const message = misplaced
        ? "Unexpected role 'user' after role 'tool'"
        : wrong === undefined
          ? undefined
          : `Tool call id was ${wrong} but must be a-z, A-Z, 0-9, with a length of 9.`;
      if (message === undefined) return undefined;
      return {
        status: 400,
        body: { object: 'error', message, type: 'invalid_request_message_order', code: '3230' },
      };
    },
    understand: (body) => ({ ...common(body), limit: body.max_tokens }),
    stream: ({ text, call }) => [
      chunk({ role: 'assistant', content: '' }),
      chunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: SPEECH }] }] }),
      ...(call ? [] : halves(text).map((content) => chunk({ content: [{ type: 'text', text: content }] }))),
      // Usage comes with the finish reason.
      {
        ...chunk(
          call ? { content: '', ...wholeCall(call, 'D681PevKs') } : { content: '' },
          call ? 'tool_calls' : 'stop',
        ),
        usage: USAGE,
      },
      '[DONE]',
    ],
  },

  /** Of the v1 API and of dated versions. */
  azure: {
    refuse(body, { path, key }) {
      const refused = (status: number, code: string | null, message: string): Refusal => ({
        status,
        body: { error: { code, message } },
      });
      if (key !== 'azure-key') return refused(401, '401', 'Access denied due to invalid subscription key.');
      const url = new URL(path, 'http://azure.test');
      const deployment = /^\/openai\/deployments\/([^/]+)\/chat\/completions$/.exec(url.pathname)?.[1];
      const isDated = deployment !== undefined && url.searchParams.has('api-version');
      if (!isDated && url.pathname !== '/openai/v1/chat/completions')
        return refused(404, '404', 'Resource not found');
      if ((deployment ?? body.model) !== 'our-gpt') {
        return refused(404, 'DeploymentNotFound', 'The API deployment for this resource does not exist.');
      }
      if (JSON.stringify(body.messages).includes('harm')) {
        return refused(
          400,
          'content_filter',
          "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
        );
      }
      return undefined;
    },
    understand: (body) => ({ ...common(body), limit: body.max_completion_tokens }),
    stream: ({ text, call }) => {
      const filtered = { content_filter_results: { hate: { filtered: false, severity: 'safe' } } };
      return [
        {
          ...chunk({}),
          choices: [],
          prompt_filter_results: [{ prompt_index: 0, content_filter_results: {} }],
        },
        chunk(
          { role: 'assistant', content: call ? null : '', refusal: null },
          null,
          {},
          { content_filter_results: {} },
        ),
        ...(call
          ? [
              chunk({
                tool_calls: [
                  { index: 0, id: 'call_Az1', type: 'function', function: { name: call, arguments: '' } },
                ],
              }),
              chunk({ tool_calls: [{ index: 0, function: { arguments: OSLO } }] }),
            ]
          : halves(text).map((content) => chunk({ content }, null, {}, filtered))),
        chunk({}, call ? 'tool_calls' : 'stop', {}, { content_filter_results: {} }),
        usageChunk(),
        '[DONE]',
      ];
    },
  },
} satisfies Readonly<Record<string, ProviderShape>>;
