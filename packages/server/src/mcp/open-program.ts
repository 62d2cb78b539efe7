import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { stripVTControlCharacters } from 'node:util';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { McpStdioServer } from './mcp-options.ts';
import { createOutputTail } from './output-tail.ts';

/** What is known about a program. */
export interface ProgramReport {
  /** Undefined while it runs. */
  readonly end: { readonly exitCode: number | null; readonly signal: string | null } | undefined;
  /** The last lines that it wrote to its standard error, without colors. */
  readonly lastLines: string;
  /** Whether it wrote something to its standard output that is no MCP message. */
  readonly hasOtherOutput: boolean;
}

/** Of Node's `ChildProcess`. */
interface StartedProcess {
  readonly exitCode: number | null;
  readonly signalCode: string | null;
}

/** A transport to a program that it starts, and what is known about the program. Needs Node. */
export interface ProgramTransport {
  readonly transport: StdioClientTransport;
  report(): ProgramReport;
}

export function openProgram(
  { command, args = [], env = [], cwd }: McpStdioServer,
  messageBytes: number,
): ProgramTransport {
  const variables = env.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const transport = new StdioClientTransport({
    command,
    args: [...args],
    env: Object.fromEntries(variables),
    stderr: 'pipe',
    maxBufferSize: messageBytes,
    ...(cwd !== undefined && { cwd }),
  });
  const tail = createOutputTail();
  // Always read: a program whose pipe is full waits.
  transport.stderr?.on('data', (chunk: Buffer) => tail.add(chunk));

  let hasOtherOutput = false;
  // Kept by the client, which adds its own.
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a transport is not an EventTarget
  transport.onerror = ({ name }) => {
    // Of a line that is not JSON, or is JSON but no message.
    hasOtherOutput ||= name === 'SyntaxError' || name === 'ZodError';
  };

  let child: StartedProcess | undefined;
  const start = transport.start.bind(transport);
  transport.start = () => {
    // The transport has no exit code. It spawns before `start` returns, so the process of this channel is its own.
    const onSpawn = (message: unknown) => {
      child = (message as { readonly process?: StartedProcess }).process;
    };
    subscribe('child_process', onSpawn);
    try {
      return start();
    } finally {
      unsubscribe('child_process', onSpawn);
    }
  };

  return {
    transport,
    report() {
      const { exitCode = null, signalCode: signal = null } = child ?? {};
      return {
        end: exitCode === null && signal === null ? undefined : { exitCode, signal },
        hasOtherOutput,
        lastLines: stripVTControlCharacters(tail.read()),
      };
    },
  };
}
