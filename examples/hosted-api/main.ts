/**
 * A program for the hosted API: an assistant with a tool, a thread, a streamed run, the tool's output, the response. Only
 * `baseURL` was changed.
 */
import OpenAI from 'openai';
import { weatherIn } from './weather.ts';

const client = new OpenAI({
  apiKey: process.env['OPENAI_API_KEY'] ?? 'none',
  baseURL: process.env['OPENAI_BASE_URL'] ?? 'http://127.0.0.1:4010/v1',
});
const { assistants, threads } = client.beta;

const assistant = await assistants.create({
  name: 'Weather reporter',
  model: 'gpt-4o',
  instructions: 'Answer questions about the weather. Use the tool; never guess.',
  tools: [
    {
      type: 'function',
      function: {
        name: 'get_weather',
        description: 'The weather of a city, now.',
        parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      },
    },
  ],
});

const thread = await threads.create();
await threads.messages.create(thread.id, { role: 'user', content: 'What is the weather in Lisbon?' });

let stream = threads.runs.stream(thread.id, { assistant_id: assistant.id });
let run = await print(stream);

while (run.status === 'requires_action') {
  const calls = run.required_action?.submit_tool_outputs.tool_calls ?? [];
  stream = threads.runs.submitToolOutputsStream(run.id, {
    thread_id: thread.id,
    tool_outputs: calls.map((call) => {
      console.log(`tool > ${call.function.name}(${call.function.arguments})`);
      const { city } = JSON.parse(call.function.arguments) as { city: string };
      return { tool_call_id: call.id, output: JSON.stringify(weatherIn(city)) };
    }),
  });
  run = await print(stream);
}

console.log(`run > ${run.status}, ${run.usage?.total_tokens ?? 0} tokens`);
for await (const message of threads.messages.list(thread.id, { order: 'asc' })) {
  const [part] = message.content;
  console.log(`${message.role} > ${part?.type === 'text' ? part.text.value.split('\n')[0] : part?.type}`);
}

await threads.delete(thread.id);
await assistants.delete(assistant.id);

async function print(events: typeof stream) {
  events.on('textCreated', () => process.stdout.write('assistant says > '));
  events.on('textDelta', ({ value }) => process.stdout.write(value ?? ''));
  events.on('textDone', () => process.stdout.write('\n'));
  return events.finalRun();
}
