/**
 * The quickstarts of the hosted API for file search, code and functions, written anew from their descriptions. They differ from a program for the
 * hosted API in one line: the `baseURL` of the client. The server is that of `threadkit serve`.
 */
import type OpenAI from 'openai';
import { describe, expect, it, onTestFinished } from 'vitest';
import { processExecutor } from '../../src/code/process-executor.ts';
import { parseCli } from '../../src/node/cli-options.ts';
import { runServe } from '../../src/node/run-serve.ts';
import { whyNoSandbox } from '../../src/testing/why-no-sandbox.ts';
import { SDKS } from './sdk-test.ts';

const isSandboxMissing = (await whyNoSandbox(processExecutor())) !== undefined;

async function startedServer(...args: string[]): Promise<string> {
  const cli = parseCli(['serve', '--port', '0', '--pace', '0', ...args]);
  if (cli.command !== 'serve') throw new Error('These are not arguments of serve.');
  const { url, close } = await runServe(cli.options, {});
  onTestFinished(close);
  return url;
}

describe.each(SDKS)('with openai %s', (_version, Sdk) => {
  const createClient = (url: string): OpenAI => new Sdk({ apiKey: 'any', baseURL: `${url}/v1` });

  it('file search: a vector store for the assistant, a file for the thread, and citations in the streamed response', async () => {
    const openai = createClient(await startedServer());
    const assistant = await openai.beta.assistants.create({
      name: 'Financial Analyst Assistant',
      instructions: 'Use your knowledge base to answer questions about audited financial statements.',
      model: 'gpt-4o',
      tools: [{ type: 'file_search' }],
    });

    const vectorStore = await openai.vectorStores.create({ name: 'Financial Statements' });
    const batch = await openai.vectorStores.fileBatches.uploadAndPoll(vectorStore.id, {
      files: [
        new File(['Goose Corp reports a revenue of 12 million for 2023.'], 'goog-10k.txt'),
        new File(['# Bird Inc\n\nBird Inc has 3 million shares outstanding.'], 'brka-10k.md'),
      ],
    });
    expect(batch).toMatchObject({ status: 'completed', file_counts: { completed: 2, failed: 0, total: 2 } });
    await openai.beta.assistants.update(assistant.id, {
      tool_resources: { file_search: { vector_store_ids: [vectorStore.id] } },
    });

    const aapl = await openai.files.create({
      file: new File(['Apple Orchards had 15,000,000 shares outstanding in October 2023.'], 'aapl-10k.txt'),
      purpose: 'assistants',
    });
    const thread = await openai.beta.threads.create({
      messages: [
        {
          role: 'user',
          content: 'Search the files: how many shares outstanding did Apple Orchards have in October 2023?',
          attachments: [{ file_id: aapl.id, tools: [{ type: 'file_search' }] }],
        },
      ],
    });
    expect(thread.tool_resources?.file_search?.vector_store_ids).toEqual([expect.stringMatching(/^vs_/)]);

    const calls: string[] = [];
    const citations: string[] = [];
    let answer = '';
    const stream = openai.beta.threads.runs
      .stream(thread.id, {
        assistant_id: assistant.id,
        include: ['step_details.tool_calls[*].file_search.results[*].content'],
      })
      .on('toolCallCreated', ({ type }) => calls.push(type))
      .on('messageDone', async (message) => {
        const [part] = message.content.filter(({ type }) => type === 'text');
        if (part?.type !== 'text') return;
        answer = part.text.value;
        for (const annotation of part.text.annotations) {
          answer = answer.replace(annotation.text, `[${citations.length}]`);
          if (!('file_citation' in annotation)) continue;
          citations.push(annotation.file_citation.file_id);
        }
      });
    const run = await stream.finalRun();
    expect(run.status).toBe('completed');
    expect(calls).toEqual(['file_search']);
    expect(citations).toContain(aapl.id);
    expect(answer).toContain('15,000,000 shares');
    expect(answer).not.toContain('【');
    expect((await openai.files.retrieve(aapl.id)).filename).toBe('aapl-10k.txt');
  });

  it.skipIf(isSandboxMissing)(
    'code: a file of the assistant, an image in the message, and a file to download',
    async () => {
      const openai = createClient(await startedServer('--code', 'process'));
      const file = await openai.files.create({
        file: new File(['month,revenue\n1,10\n2,14\n3,9\n'], 'revenue-forecast.csv'),
        purpose: 'assistants',
      });
      const assistant = await openai.beta.assistants.create({
        instructions: 'You are a data analyst. When asked a question, write and run code to answer it.',
        model: 'gpt-4o',
        tools: [{ type: 'code_interpreter' }],
        tool_resources: { code_interpreter: { file_ids: [file.id] } },
      });
      const thread = await openai.beta.threads.create({
        messages: [{ role: 'user', content: 'Plot the revenue 10, 14, 9.' }],
      });
      const run = await openai.beta.threads.runs.createAndPoll(
        thread.id,
        { assistant_id: assistant.id },
        { pollIntervalMs: 50 },
      );
      expect(run.status).toBe('completed');

      const messages = await openai.beta.threads.messages.list(thread.id);
      const content = messages.data[0]?.content ?? [];
      const image = content.find((part) => part.type === 'image_file');
      const download = await openai.files.content(image?.image_file.file_id ?? '');
      const bytes = Buffer.from(await download.arrayBuffer());
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');

      const text = content.find((part) => part.type === 'text');
      const [annotation] = text?.text.annotations ?? [];
      expect(annotation?.type).toBe('file_path');
      const fileId = annotation?.type === 'file_path' ? annotation.file_path.file_id : '';
      expect(await (await openai.files.content(fileId)).text()).toContain('position,value');

      const steps = await openai.beta.threads.runs.steps.list(run.id, { thread_id: thread.id, order: 'asc' });
      expect(steps.data[0]?.step_details).toMatchObject({
        tool_calls: [
          { type: 'code_interpreter', code_interpreter: { outputs: [{ type: 'logs' }, { type: 'image' }] } },
        ],
      });
    },
  );

  it('functions: calls that the program answers, all of a round at once', async () => {
    const openai = createClient(await startedServer());
    const assistant = await openai.beta.assistants.create({
      model: 'gpt-4o',
      instructions: 'You are a weather bot. Use the provided functions to answer questions.',
      tools: ['getCurrentTemperature', 'getRainProbability'].map((name) => ({
        type: 'function' as const,
        function: {
          name,
          parameters: {
            type: 'object',
            properties: {
              location: { type: 'string', description: 'The city and state, e.g., San Francisco, CA' },
            },
            required: ['location'],
          },
        },
      })),
    });
    const thread = await openai.beta.threads.create();
    await openai.beta.threads.messages.create(thread.id, {
      role: 'user',
      content: "What's the current temperature in San Francisco today, and the rain probability?",
    });
    let run = await openai.beta.threads.runs.createAndPoll(
      thread.id,
      { assistant_id: assistant.id },
      { pollIntervalMs: 50 },
    );
    const answers: Record<string, string> = { getCurrentTemperature: '57', getRainProbability: '0.06' };
    const seen: string[] = [];
    while (run.status === 'requires_action') {
      const calls = run.required_action?.submit_tool_outputs.tool_calls ?? [];
      seen.push(...calls.map((call) => call.function.name));
      run = await openai.beta.threads.runs.submitToolOutputsAndPoll(
        run.id,
        {
          thread_id: thread.id,
          tool_outputs: calls.map((call) => ({
            tool_call_id: call.id,
            output: answers[call.function.name] ?? '',
          })),
        },
        { pollIntervalMs: 50 },
      );
    }
    expect(run.status).toBe('completed');
    expect(seen.toSorted()).toEqual(['getCurrentTemperature', 'getRainProbability']);
    const messages = await openai.beta.threads.messages.list(thread.id);
    expect(JSON.stringify(messages.data[0]?.content)).toContain('57');
  });
});
