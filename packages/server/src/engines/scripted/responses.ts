import { LONG_RESPONSE } from './long-response.ts';
import { splitWords } from './words.ts';

interface Topic {
  /** Normalized as by {@link splitWords}. */
  readonly words: readonly string[];
  readonly response: string;
}

const WHAT = `# Threadkit

**Threadkit is the React kit for threads and runs.** You add \`<Chat>\` to an app and get a conversation with an assistant: streamed responses, the steps and tool calls behind them, and a clear outcome for each run.

There are four packages. Install the ones you need:

| Package | What it is | Use it when |
| --- | --- | --- |
| \`@threadkit/ui\` | Parts and the complete \`<Chat>\` | you want a finished chat |
| \`@threadkit/react\` | Hooks on TanStack Query | you have your own components |
| \`@threadkit/core\` | The API types, a client, a reducer | you do not use React |
| \`@threadkit/server\` | A server for the Assistants API v2 | you need a backend |

The server implements the same API that was shut down in August 2026. Code written for \`client.beta.threads\` works again after changing **one base URL**.

Ask me about *runs*, *steps*, *tools* or *resuming*, or write *code* to see some.`;

const RUNS = `## A run, from start to end

A **run** is one execution of an assistant on a thread. A worker owns it, not the request that started it: it continues after you close the tab.

1. \`queued\`: stored, waiting for a worker
2. \`in_progress\`: the model generates a response
3. \`requires_action\`: waits for the outputs of your function tools; no connection or worker is in use meanwhile
4. one of five final statuses

| Status | What it means |
| --- | --- |
| \`completed\` | the response is complete |
| \`incomplete\` | cut off at a token limit or by a filter |
| \`failed\` | \`last_error\` says why |
| \`cancelled\` | the run was cancelled |
| \`expired\` | ten minutes passed, including the time it waited for tools |

While a run is active its thread is locked: a thread has at most **one active run**, enforced by the database.

> Closing a connection does not stop a run. Cancelling does.`;

const STEPS = `## Steps: how a run got there

Every run records its **steps**, so that you can check how it produced a response.

- \`message_creation\`: the run wrote a message. The step has its id.
- \`tool_calls\`: the run called tools. All calls of one model call share one step, with arguments and outputs.

Each step has its own status, timestamps and token usage; the usage of a run is the sum over its steps.

\`\`\`ts
const { data } = await client.listRunSteps(threadId, runId, { order: 'asc' });

for (const step of data) {
  console.log(step.type, step.status, step.usage?.total_tokens);
}
\`\`\`

Lists are **newest first** unless you ask for \`order: 'asc'\`. A timeline needs the latter.`;

const TOOLS = `## Tools

A function tool is a function of your app: the model writes the arguments, *your* code runs, and its output is sent back to the run.

\`\`\`tsx
const openTicket = defineTool({
  name: 'open_ticket',
  description: 'Opens a support ticket.',
  parameters: z.object({ title: z.string(), urgent: z.boolean() }),
  needsApproval: ({ urgent }) => urgent, // the user approves these first
  execute: ({ title }) => tickets.open(title),
});
\`\`\`

How a call runs:

1. the run stops at \`requires_action\` and lists every pending call
2. calls run in parallel; if one throws, its output is the error and the others continue
3. all outputs are submitted at once, and the run continues

The user can edit the arguments before approving. No call runs twice by itself: after a reload interrupted a call, the user is asked whether to run it again.

**Try it:** register a tool, then use a word of its name in your next message, and I call it.`;

const RESUME = `## Resuming after a lost connection

A lost connection does not end a run.

- **Every event is stored before it is sent**, numbered per run.
- A client that reconnects sends the last number it received, and gets all later events, without gaps or repetitions.
- After a reload the thread finds its active run and shows pending approvals again.

\`\`\`http
GET /v1/threads/thread_…/runs/run_…/events?after=41
Last-Event-ID: 41
\`\`\`

A backend without that route is polled instead, with backoff. The result on the screen is the same.

It is plain [server-sent events](https://developer.mozilla.org/en-US/docs/Web/API/Server-sent_events), so any client can read it.

> Reload this page while I write. The response continues.`;

const CODE = `## A minimal chat app

\`\`\`tsx
import { createClient } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { Chat } from '@threadkit/ui';
import '@threadkit/ui/styles.css';

const client = createClient({ baseURL: '/v1' });

export function App() {
  return (
    <ThreadkitProvider client={client}>
      <Chat assistantId="asst_demo" />
    </ThreadkitProvider>
  );
}
\`\`\`

And the backend, in any runtime with \`fetch\`:

\`\`\`ts
import { createServer } from '@threadkit/server';
import { chatCompletions } from '@threadkit/server/engines/chat-completions';
import { serve, sqliteStorage } from '@threadkit/server/node';

const server = createServer({
  storage: sqliteStorage('threads.sqlite'),
  engine: chatCompletions({ model: 'gpt-5-mini', apiKey: process.env.OPENAI_API_KEY ?? '' }),
  authorize: async (request) => userOf(request),
});

await serve({ server, port: 4010 });
\`\`\`

The key stays on the server. The hooks are built on [TanStack Query](https://tanstack.com/query/latest), so caching and invalidation work as usual.`;

const GREETING = `Hello! I am the **scripted engine**: no model, no key, no cost, and the same response every time.

I let you try everything else. Some messages to send:

- *What is Threadkit?*
- *How do runs work?* or *What are steps?*
- *How do tools work?*
- *What if I reload?* explains resuming
- *Show me code*
- *Give me a long response*
- \`/tools\`, \`/approve\`, \`/code\`, \`/cite\`, \`/think\`, \`/long 5000\`, \`/slow\`: scenarios to try
- \`/refuse\`, \`/incomplete\`, \`/ratelimit\`, \`/fail\`, \`/crash\`: outcomes to try

To use a real model, start the server with \`--engine chat-completions\`.`;

/** The topic with the most matching words is chosen; the first one on a tie. */
const TOPICS: readonly Topic[] = [
  { words: ['long', 'longer', 'essay', 'everything', 'tour', 'detail'], response: LONG_RESPONSE },
  {
    words: ['resume', 'resuming', 'reload', 'reconnect', 'replay', 'offline', 'refresh', 'disconnect'],
    response: RESUME,
  },
  { words: ['code', 'example', 'snippet', 'typescript', 'javascript', 'install', 'setup'], response: CODE },
  { words: ['tool', 'function', 'approval', 'approve'], response: TOOLS },
  { words: ['step', 'timeline', 'trail'], response: STEPS },
  { words: ['run', 'status', 'cancel', 'stop', 'expire', 'expired', 'lock'], response: RUNS },
  { words: ['threadkit', 'package', 'kit', 'library', 'about'], response: WHAT },
  { words: ['hello', 'hi', 'hey', 'help', 'thank'], response: GREETING },
];

/** A markdown response to a message. The same message always has the same response. */
export function respondTo(message: string): string {
  return findResponse(message) ?? defaultResponse(message);
}

/** Whether there is a response about what the message says. */
export function hasResponse(message: string): boolean {
  return message.trim() === '' || findResponse(message) !== undefined;
}

function findResponse(message: string): string | undefined {
  const words = new Set(splitWords(message));
  let best: { response: string; hits: number } | undefined;
  for (const topic of TOPICS) {
    const hits = topic.words.filter((word) => words.has(word)).length;
    if (hits > (best?.hits ?? 0)) best = { response: topic.response, hits };
  }
  return best?.response;
}

function defaultResponse(message: string): string {
  const quoted = message.replace(/\s+/g, ' ').trim().slice(0, 120).replaceAll('`', "'");
  const echo = quoted === '' ? 'You sent a message without text.' : `You said: \`${quoted}\``;
  return `${echo}

I am the **scripted engine** of Threadkit. I do not understand your message, but everything around this response is real: a *run* wrote it to the thread, in *steps*, and streamed it as events that were stored before they were sent.

### What you can try

1. **Reload the page** while I write. The response continues.
2. **Press stop.** The text so far is kept, and the response is marked as stopped.
3. **Use a word of a tool's name**, if the run has tools, and I call it.

| Write | To read about |
| --- | --- |
| *what is threadkit* | the four packages |
| *runs*, *steps*, *tools* | how the API works |
| *resume* | broken connections |
| *code* | a minimal chat app |
| *long* | all of it |

For real responses, connect a model to this server, for example [Ollama](https://ollama.com/) on your machine.`;
}
