import { LONG_ANSWER } from './long-answer.ts';
import { wordsOf } from './words.ts';

interface Topic {
  /** Normalised as by {@link wordsOf}. */
  readonly words: readonly string[];
  readonly answer: string;
}

const WHAT = `# Threadkit

**Threadkit is the React kit for threads and runs.** You add \`<Chat>\` to an app and get a conversation with an assistant: streamed answers, the steps it took, the tools it called, and honest endings.

It comes in four packages, and you take as many as you need:

| Package | What it is | Reach for it when |
| --- | --- | --- |
| \`@threadkit/ui\` | Parts and the drop-in \`<Chat>\` | you want a good chat today |
| \`@threadkit/react\` | Hooks on TanStack Query | you bring your own components |
| \`@threadkit/core\` | The contract, a client, one reducer | you have no React |
| \`@threadkit/server\` | The Assistants API v2, served | you need a backend for all of it |

The server speaks the same wire as the API that went dark in August 2026. Code written for \`client.beta.threads\` runs again by changing **one base URL**.

Ask me about *runs*, *steps*, *tools* or *resuming*, or say *code* to see some.`;

const RUNS = `## A run, from start to end

A **run** is an assistant at work on a thread. A worker owns it, not the request that started it: close the tab and it goes on.

1. \`queued\`: stored, and waiting for a worker
2. \`in_progress\`: a model is writing
3. \`requires_action\`: your function tools are wanted; nothing is held while it waits
4. one of five endings

| Ending | What it means |
| --- | --- |
| \`completed\` | the answer is whole |
| \`incomplete\` | cut off at a token limit or by a filter |
| \`failed\` | \`last_error\` says why |
| \`cancelled\` | somebody pressed stop |
| \`expired\` | ten minutes went by, tool waits included |

While a run is active its thread is locked: there is never more than **one active run a thread**, and the database itself holds that promise.

> Closing a connection never stops a run. Cancelling always does.`;

const STEPS = `## Steps: how a run got there

Every run leaves a trail of **steps**, and the trail is what makes an answer checkable.

- \`message_creation\`: the run wrote a message. The step names it.
- \`tool_calls\`: the run called tools. All calls of one model call share one step, with arguments and outputs.

Each step has its own status, its own times and its own token usage; the usage of a run is the sum of its steps'.

\`\`\`ts
const { data } = await client.listRunSteps(threadId, runId, { order: 'asc' });

for (const step of data) {
  console.log(step.type, step.status, step.usage?.total_tokens);
}
\`\`\`

Lists are **newest first** unless you ask for \`order: 'asc'\`. For a timeline you want the latter.`;

const TOOLS = `## Tools

A function tool is yours: the model writes the arguments, *your* code runs, and the output goes back into the run.

\`\`\`tsx
const openTicket = defineTool({
  name: 'open_ticket',
  description: 'Opens a support ticket.',
  parameters: z.object({ title: z.string(), urgent: z.boolean() }),
  needsApproval: ({ urgent }) => urgent, // the user approves these first
  execute: ({ title }) => tickets.open(title),
});
\`\`\`

What happens around it:

1. the run stops at \`requires_action\` and lists every pending call
2. calls run in parallel; one that throws becomes an error output, the others go on
3. all outputs are submitted at once, and the run continues

An approval can be edited before it is given. And nothing runs twice: a call that a reload interrupted asks before it is tried again.

**Try it:** register a tool and use a word of its name in your next message. I will call it.`;

const RESUME = `## Picking up where it stopped

Connections break. Runs should not.

- **Every event is stored before it is sent**, with a number of its own per run.
- A reader that comes back says the last number it saw, and gets the rest: no gap, no repetition.
- After a reload the thread finds its active run, and pending approvals are asked again.

\`\`\`http
GET /v1/threads/thread_…/runs/run_…/events?after=41
Last-Event-ID: 41
\`\`\`

A backend without that route is polled instead, with backoff. The screen ends up the same either way.

It is plain [server-sent events](https://developer.mozilla.org/en-US/docs/Web/API/Server-sent_events), so any client can read along.

> Reload this page while I am writing. I will still be here.`;

const CODE = `## A chat in ten lines

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

And the backend, in any runtime that knows \`fetch\`:

\`\`\`ts
import { createServer } from '@threadkit/server';
import { chatCompletions } from '@threadkit/server/engines/chat-completions';
import { serve, sqliteStorage } from '@threadkit/server/node';

const server = createServer({
  storage: sqliteStorage('threads.sqlite'),
  engine: chatCompletions({ model: 'gpt-5-mini', apiKey: process.env.OPENAI_API_KEY }),
  authorize: async (request) => userOf(request),
});

await serve({ server, port: 4010 });
\`\`\`

The key stays on the server. The hooks underneath are [TanStack Query](https://tanstack.com/query/latest), so caching and invalidation work as you know them.`;

const GREETING = `Hello! I am the **scripted engine**: no model, no key, no bill, and the same answer every time.

I am here so that you can see everything else move. Some things to say to me:

- *What is Threadkit?*
- *How do runs work?* or *What are steps?*
- *How do tools work?*
- *What if I reload?* asks about resuming
- *Show me code*
- *Give me a long answer*
- \`/tools\`, \`/approve\`, \`/code\`, \`/cite\`, \`/long 5000\`, \`/slow\`: situations to look at
- \`/refuse\`, \`/incomplete\`, \`/ratelimit\`, \`/fail\`, \`/crash\`: endings to look at

When you are ready for a real model, start the server with \`--engine chat-completions\`.`;

/** The topic with the most matching words is answered; the first one on a tie. */
const TOPICS: readonly Topic[] = [
  { words: ['long', 'longer', 'essay', 'everything', 'tour', 'detail'], answer: LONG_ANSWER },
  {
    words: ['resume', 'resuming', 'reload', 'reconnect', 'replay', 'offline', 'refresh', 'disconnect'],
    answer: RESUME,
  },
  { words: ['code', 'example', 'snippet', 'typescript', 'javascript', 'install', 'setup'], answer: CODE },
  { words: ['tool', 'function', 'approval', 'approve'], answer: TOOLS },
  { words: ['step', 'timeline', 'trail'], answer: STEPS },
  { words: ['run', 'status', 'cancel', 'stop', 'expire', 'expired', 'lock'], answer: RUNS },
  { words: ['threadkit', 'package', 'kit', 'library', 'about'], answer: WHAT },
  { words: ['hello', 'hi', 'hey', 'help', 'thank'], answer: GREETING },
];

/** A markdown answer to a message. The same message always has the same answer. */
export function answerTo(message: string): string {
  const words = new Set(wordsOf(message));
  let best: { answer: string; hits: number } | undefined;
  for (const topic of TOPICS) {
    const hits = topic.words.filter((word) => words.has(word)).length;
    if (hits > (best?.hits ?? 0)) best = { answer: topic.answer, hits };
  }
  return best?.answer ?? defaultAnswer(message);
}

function defaultAnswer(message: string): string {
  const quoted = message.replace(/\s+/g, ' ').trim().slice(0, 120).replaceAll('`', "'");
  const heard = quoted === '' ? 'You sent a message without text.' : `You said: \`${quoted}\``;
  return `${heard}

I am the **scripted engine** of Threadkit. I do not understand much, but what I say is real in every other way: it was written to a thread by a *run*, in *steps*, streamed as events that were stored before they reached you.

### What you can try

1. **Reload the page** while I write. The answer goes on.
2. **Press stop.** What I had written stays, marked as cut off.
3. **Use a word of a tool's name**, if the run has tools. I will call it.

| Say | And I tell you about |
| --- | --- |
| *what is threadkit* | the four packages |
| *runs*, *steps*, *tools* | how the contract works |
| *resume* | broken connections |
| *code* | ten lines that make a chat |
| *long* | all of it |

For real answers put a model behind the same server: [Ollama](https://ollama.com/) on your machine will do.`;
}
