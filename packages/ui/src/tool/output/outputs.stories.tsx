import type { Meta, StoryObj } from '@storybook/react-vite';
import type { StepToolCall } from '@threadkit/core';
import { expect, userEvent, within } from 'storybook/test';
import { onLine } from '../../../stories/decorators.tsx';
import { aFunctionCall } from '../../../stories/wire-objects.ts';

import { ToolCall } from '../tool-call.tsx';

/** The details of a call, by kind of output. */
const meta: Meta<typeof ToolCall> = {
  title: 'Tool/Output',
  component: ToolCall,
  decorators: [onLine],
  args: { defaultOpen: true, stepStatus: 'completed', durationMs: 1800 },
};
export default meta;

type Story = StoryObj<typeof ToolCall>;

const regions = ['eu-west-1', 'us-east-1', 'ap-southeast-2', 'sa-east-1'];
const measured = regions.map((region, index) => ({
  region,
  requests: 18_402 - index * 3127,
  'p95 before': `${212 + index} ms`,
  'p95 after': `${(1184 + index * 70).toLocaleString('en')} ms`,
  'rolled back': index === 0,
}));

/** An object is a key-value list, with a toggle for JSON. */
export const KeyValueList: Story = {
  args: {
    call: aFunctionCall('query_metrics', { service: 'checkout-api', hours: 6 }, { points: 72, unit: 'ms' }),
  },
  play: async ({ canvas }) => {
    const output = within(await canvas.findByRole('group', { name: 'Output' }));
    await expect(output.getByText('72')).toBeVisible();
    const json = output.getByRole('button', { name: 'Output as JSON' });
    await userEvent.click(json);
    await expect(json).toHaveAttribute('aria-pressed', 'true');
    await expect(await output.findByText(/"points"/)).toBeVisible();
    await userEvent.click(json);
    await expect(output.queryByText(/"points"/)).toBeNull();
  },
};

/** A list of flat objects is a table that scrolls horizontally with a sticky first column. */
export const Table: Story = {
  args: { call: aFunctionCall('compare_regions', { metric: 'latency.p95' }, measured) },
  play: async ({ canvas }) => {
    const table = await canvas.findByRole('table');
    await expect(within(table).getAllByRole('row')).toHaveLength(5);
    await expect(within(table).getByRole('columnheader', { name: 'requests' })).toHaveAttribute(
      'data-align',
      'right',
    );
  },
};

/** More than twelve rows are collapsed. */
export const LongTable: Story = {
  args: {
    call: aFunctionCall(
      'list_orders',
      {},
      Array.from({ length: 40 }, (_, index) => ({ order: `A-${1000 + index}`, total: 20 + index })),
    ),
  },
  play: async ({ canvas }) => {
    await canvas.findByRole('table');
    await expect(canvas.queryByText('A-1039')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 40' }));
    await expect(canvas.getByText('A-1039')).toBeVisible();
  },
};

/** Short values are a list. */
export const List: Story = {
  args: { call: aFunctionCall('list_services', {}, ['checkout-api', 'payments-worker', 'خدمة الدفع']) },
  play: async ({ canvas }) => {
    const output = within(await canvas.findByRole('group', { name: 'Output' }));
    await expect(output.getAllByRole('listitem')).toHaveLength(3);
  },
};

const diff = `--- a/config/checkout.yaml
+++ b/config/checkout.yaml
@@ -3,6 +3,6 @@ service: checkout-api
 replicas: 6
-release: 2026.11.19-3
-timeout: 1200ms
+release: 2026.11.18-1
+timeout: 400ms
 regions:
   - eu-west-1
`;

/** A unified diff: removed lines are struck through, and every line has its sign. */
export const Diff: Story = {
  args: { call: aFunctionCall('edit_config', { file: 'config/checkout.yaml' }, diff) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('release: 2026.11.18-1', { selector: 'ins' })).toBeVisible();
    await expect(canvas.getByText('release: 2026.11.19-3', { selector: 'del' })).toBeVisible();
  },
};

/** A generated image of 320 by 120 pixels. */
function drawn(): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 640, height: 240 });
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  pen.fillStyle = '#eef2f4';
  pen.fillRect(0, 0, 640, 240);
  pen.strokeStyle = '#2c6f80';
  pen.lineWidth = 4;
  pen.beginPath();
  for (let x = 0; x <= 640; x += 8)
    pen.lineTo(x, x < 320 ? 190 + 8 * Math.sin(x / 20) : 60 + 10 * Math.sin(x / 14));
  pen.stroke();
  return canvas.toDataURL('image/png');
}

/** An image is rendered below the block, its other properties inside of it. */
export const Image: Story = {
  render: (args) => (
    <ToolCall
      {...args}
      call={aFunctionCall('draw_chart', { metric: 'latency.p95' }, { chart: drawn(), points: 72 })}
    />
  ),
  play: async ({ canvas }) => {
    const image = await canvas.findByRole('img', { name: 'Image' });
    await expect(image.closest('[data-slot="tool-output"]')).toBeNull();
    await expect(canvas.getByRole('group', { name: 'Output' })).toHaveTextContent('points72');
  },
};

/** An image URL in an output is untrusted and is not loaded. */
export const LinkedImage: Story = {
  args: { call: aFunctionCall('draw_chart', {}, { chart: 'https://example.com/chart.png' }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('https://example.com/chart.png')).toBeVisible();
    await expect(canvas.queryByRole('img')).toBeNull();
  },
};

const code = (fileId: string): StepToolCall => ({
  id: 'call_py',
  type: 'code_interpreter',
  code_interpreter: {
    input: 'import pandas as pd\ndf = pd.read_csv("latency.csv")\nprint(df.p95.max())  # the worst minute',
    outputs: [
      { type: 'logs', logs: '1184\n' },
      { type: 'image', image: { file_id: fileId } },
    ],
  },
});

/** Code, its logs, and the id of an image stored on the server. */
export const Code: Story = {
  args: { call: code('file-abc123') },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('file-abc123 (stored on the server)')).toBeVisible();
    await expect(canvas.queryByRole('img')).toBeNull();
  },
};

/** An image that is sent as a data URL is shown. */
export const CodeWithImage: Story = {
  render: (args) => <ToolCall {...args} call={code(drawn())} />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('img', { name: 'Image' })).toBeVisible();
    await expect(canvas.queryByRole('group', { name: 'Image' })).toBeNull();
  },
};

/** Files with their scores, and their content if the run included it. */
export const Search: Story = {
  args: {
    call: {
      id: 'call_fs',
      type: 'file_search',
      file_search: {
        ranking_options: { ranker: 'auto', score_threshold: 0.5 },
        results: [
          {
            file_id: 'file-1',
            file_name: 'handbook.md',
            score: 0.914,
            content: [
              {
                type: 'text',
                text: 'Roll back when the 95th percentile stays above one second for ten minutes. Tell #checkout-oncall before and after. '.repeat(
                  4,
                ),
              },
            ],
          },
          { file_id: 'file-2', file_name: 'releases-2026-11.pdf', score: 0.62 },
        ],
      },
    },
  },
  play: async ({ canvas }) => {
    const found = within(await canvas.findByRole('group', { name: 'Results' }));
    await expect(found.getByText('91%')).toBeVisible();
    await userEvent.click(found.getByRole('button', { name: 'Show more' }));
    await expect(found.getByRole('button', { name: 'Show less' })).toBeVisible();
    await expect(found.getByText('50% or higher')).toBeVisible();
  },
};

/** A search that the server is executing: what it searches for, and no results yet. */
export const Searching: Story = {
  args: {
    stepStatus: 'in_progress',
    durationMs: undefined,
    call: {
      id: 'call_fs',
      type: 'file_search',
      executed_by: 'server',
      file_search: { queries: ['refund deadline', 'return postage'] },
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: /^Searching files/ })).toHaveTextContent(
      'refund deadline, return postage',
    );
    await expect(await canvas.findByRole('group', { name: 'Searched for' })).toBeVisible();
    await expect(canvas.queryByRole('group', { name: 'Results' })).toBeNull();
  },
};

/** Partial arguments are shown while they stream. */
export const Streaming: Story = {
  args: {
    stepStatus: 'in_progress',
    durationMs: undefined,
    call: aFunctionCall('roll_back', {}, null),
    live: {
      id: 'call_roll_back',
      name: 'roll_back',
      runId: 'run_1',
      stepId: 'step_1',
      rawArguments: '{"service":"checkout-api","regions":["eu-west-1","us-',
      state: 'streaming',
      args: { service: 'checkout-api', regions: ['eu-west-1', 'us-'] },
    },
  },
  play: async ({ canvas }) => {
    const given = await canvas.findByRole('group', { name: 'Arguments' });
    await expect(given).toHaveTextContent('regionseu-west-1, us-');
  },
};
