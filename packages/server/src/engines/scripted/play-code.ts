import type { EngineInput } from '../engine.ts';
import { chunkText } from './chunk-text.ts';
import { playText } from './play-text.ts';
import type { ScriptStep } from './script-step.ts';

const INPUT = `import matplotlib.pyplot as plt

months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
orders = [120, 135, 128, 160, 172, 190]

growth = (orders[-1] - orders[0]) / orders[0]
print(f"Growth over {len(months)} months: {growth:.1%}")
print(f"Best month: {months[orders.index(max(orders))]}")

plt.plot(months, orders, marker="o")
plt.title("Orders by month")
plt.savefig("/mnt/data/orders.png")
`;
const LOGS = ['Growth over 6 months: 58.3%\n', 'Best month: Jun\n'];
/** The id of a file that does not exist: no code is executed. */
const CHART = 'file-scripted-chart';

const RESPONSE = `Orders grew by **58.3 %** in six months, and June was the best month.

The line rises in every month except March. *The code above was not run: this is the scripted engine, and the chart is a file id without a file.*`;

/** Plays streamed code with logs and a chart, then a response that shows the chart. */
export function* playCode(input: EngineInput): Generator<ScriptStep> {
  const call = (piece: { input?: string } | { outputs: readonly Output[] }): ScriptStep => ({
    type: 'hosted-call',
    index: 0,
    call: { type: 'code_interpreter', code_interpreter: piece },
  });
  for (const chunk of chunkText(INPUT)) yield call({ input: chunk });
  yield { type: 'pause', pieces: 30 };
  for (const logs of LOGS) yield call({ outputs: [{ index: 0, type: 'logs', logs }] });
  yield call({ outputs: [{ index: 1, type: 'image', image: { file_id: CHART } }] });
  yield { type: 'image-file', part: 0, fileId: CHART };
  yield* playText(input, RESPONSE, { part: 1, before: INPUT });
}

type Output =
  | { readonly index: number; readonly type: 'logs'; readonly logs: string }
  | { readonly index: number; readonly type: 'image'; readonly image: { readonly file_id: string } };
