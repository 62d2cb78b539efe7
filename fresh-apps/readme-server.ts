import { type BackgroundProcess, startInBackground } from './background-process.ts';
import { PACE_MS, readmeServeCommand } from './readme-code.ts';

/** Starts the server with the README's command in an app, for its pages; returns the `baseURL`. */
export async function startReadmeServer(
  folder: string,
  origins: readonly string[],
  toStop: BackgroundProcess[],
): Promise<string> {
  const server = await startInBackground([...readmeServeCommand(origins), '--pace', String(PACE_MS)], folder);
  toStop.push(server);
  return `${server.url}/v1`;
}
