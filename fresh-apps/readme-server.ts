import { type BackgroundProcess, startInBackground } from './background-process.ts';
import { PACE_MS, readmeServeCommand } from './readme-code.ts';

/** Starts the server with the README's command, for pages of the given origins. Returns the `baseURL`. */
export async function startReadmeServer(
  folder: string,
  origins: readonly string[],
  processes: BackgroundProcess[],
): Promise<string> {
  const server = await startInBackground([...readmeServeCommand(origins), '--pace', String(PACE_MS)], folder);
  processes.push(server);
  return `${server.url}/v1`;
}
