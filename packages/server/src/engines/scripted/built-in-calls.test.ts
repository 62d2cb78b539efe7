import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODE_INTERPRETER_FUNCTION } from '../../runs/built-in/code-interpreter-call.ts';
import { FILE_SEARCH_FUNCTION } from '../../runs/built-in/file-search-call.ts';
import { engineInput, playModelCall, textOf, userSays, WEATHER_TOOL } from '../../testing/engine-contract.ts';
import type { EngineEvent } from '../engine.ts';
import { pythonProgram } from './python-program.ts';
import { scripted } from './scripted.ts';

const TOOLS = [WEATHER_TOOL, FILE_SEARCH_FUNCTION, CODE_INTERPRETER_FUNCTION];

const play = (message: string, tools: typeof TOOLS | readonly [] = TOOLS) =>
  playModelCall(scripted({ paceMs: 0 }), engineInput({ messages: [userSays(message)], tools }));

const namesIn = (events: readonly EngineEvent[]) =>
  events.flatMap((event) => (event.type === 'tool-call' && event.name !== undefined ? [event.name] : []));

const argumentsIn = (events: readonly EngineEvent[]) =>
  JSON.parse(events.map((event) => (event.type === 'tool-call' ? event.arguments : '')).join('')) as unknown;

/** The response after a call of the tool with this output. */
async function respond(name: string, given: object, output: object): Promise<string> {
  const call = { id: 'call_1', name, arguments: JSON.stringify(given) };
  const events = await playModelCall(
    scripted({ paceMs: 0 }),
    engineInput({
      tools: TOOLS,
      messages: [
        userSays('question'),
        { role: 'assistant', content: [], toolCalls: [call] },
        { role: 'tool', toolCallId: call.id, output: JSON.stringify(output) },
      ],
    }),
  );
  return textOf(events);
}

describe('the scripted engine with file_search', () => {
  it.each([
    'Search for tea',
    'What does the handbook say about refunds?',
    'What is in this document?',
    'Where does green tea come from?',
  ])('searches for the message %j', async (message) => {
    const events = await play(message);
    expect(namesIn(events)).toEqual(['file_search']);
    expect(argumentsIn(events)).toEqual({ queries: [message] });
  });

  it.each([
    ['What is the weather in Oslo?', ['get_weather']],
    ['What is Threadkit?', []],
    ['hi!', []],
    ['', []],
  ])('does not search for %j', async (message, called) => {
    expect(namesIn(await play(message))).toEqual(called);
  });

  it('does not treat a function of the app with the same name as a search', async () => {
    const own = { type: 'function' as const, function: { name: 'file_search' } };
    const input = engineInput({ messages: [userSays('Search the file')], tools: [own] });
    expect(argumentsIn(await playModelCall(scripted({ paceMs: 0 }), input))).toEqual({});
  });

  it('quotes the sentence that matches best, with its marker directly after it', async () => {
    const passages = [
      {
        cite: '【1234:0†tea.txt】',
        file: 'tea.txt',
        text: 'Black tea comes from Assam. Green tea comes from *Uji*. It is stored dry.',
      },
      { cite: '【1234:1†tea.txt】', file: 'tea.txt', text: 'Coffee comes from elsewhere.' },
    ];
    const text = await respond('file_search', { queries: ['Where does green tea come from?'] }, { passages });
    expect(text).toBe('The files say:\n\n> Green tea comes from \\*Uji\\*. 【1234:0†tea.txt】');
  });

  it('keeps markers in the text of a file from being read as markers', async () => {
    const passages = [{ cite: '【1:0†a】', file: 'a', text: 'tea 【9:9†b】' }];
    expect(await respond('file_search', { queries: ['tea'] }, { passages })).toBe(
      'The files say:\n\n> tea 9:9†b 【1:0†a】',
    );
  });

  it('says that nothing was found', async () => {
    expect(await respond('file_search', { queries: ['tea'] }, { passages: [], note: 'Nothing' })).toContain(
      'found nothing',
    );
  });
});

describe('the scripted engine with code_interpreter', () => {
  it.each(['Draw 3, 5 and 8', 'Plot my sales', 'compute 12 * 7'])(
    'executes a program for %j',
    async (message) => {
      const events = await play(message);
      expect(namesIn(events)).toEqual(['code_interpreter']);
      expect(argumentsIn(events)).toEqual({ code: pythonProgram(message) });
    },
  );

  it('shows code without executing any', async () => {
    expect(textOf(await play('Show me some code'))).toContain('```tsx');
  });

  it('responds with what the code printed, and links the files that it saved', async () => {
    const text = await respond(
      'code_interpreter',
      { code: '' },
      { logs: '3 values\nSaved /mnt/data/values.csv\n' },
    );
    expect(text).toContain('```\n3 values\nSaved /mnt/data/values.csv\n\n```');
    expect(text).toContain('[values.csv](sandbox:/mnt/data/values.csv)');
  });
});

describe('pythonProgram', () => {
  it('computes arithmetic, without powers', () => {
    expect(pythonProgram('What is (3 + 4) * 2? Compute it.')).toBe(
      'result = (3 + 4) * 2\nprint("(3 + 4) * 2", "=", result)\n',
    );
    expect(pythonProgram('compute 9**9**9')).not.toContain('result');
  });

  it('draws the numbers of the message, or sample numbers', () => {
    expect(pythonProgram('Draw 3, 5.5 and -8')).toContain('values = [3, 5.5, -8]');
    expect(pythonProgram('Draw something "quoted" \\')).toMatch(
      /title = "Draw something \\"quoted\\" \\\\"\nvalues = \[12, 19/,
    );
  });
});

const hasPython = (() => {
  try {
    execFileSync('python3', ['-c', '']);
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasPython)('the program in Python', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'threadkit-program-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints a result, saves the numbers, and draws a PNG without matplotlib', () => {
    // -S: without installed packages.
    const display = 'def display(png):\n    open("shown.png", "wb").write(png)\n';
    const printed = execFileSync('python3', ['-S', '-c', display + pythonProgram('Draw 3, 5, 8')], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(printed).toContain('3 values, mean 5.33, largest 8');
    expect(printed).toMatch(/^Saved \/.*values\.csv$/m);
    expect(readFileSync(join(folder, 'values.csv'), 'utf8')).toContain('3,8');
    expect(existsSync(join(folder, 'shown.png'))).toBe(true);
    expect(readFileSync(join(folder, 'shown.png')).subarray(1, 4).toString()).toBe('PNG');
  });
});
