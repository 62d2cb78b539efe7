import { type BackgroundProcess, startInBackground } from './background-process.ts';
import { readmeServeCommand } from './readme-code.ts';

/** Starts the server with the README's command in an app, for its pages; returns the `baseURL`. */
export async function startReadmeServer(
  folder: string,
  origins: readonly string[],
  toStop: BackgroundProcess[],
): Promise<string> {
  // The words of an answer come fast, but one by one.
  const server = await startInBackground([...readmeServeCommand(origins), '--pace', '2'], folder);
  toStop.push(server);
  return `${server.url}/v1`;
}
