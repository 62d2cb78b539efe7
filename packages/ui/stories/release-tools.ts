import { defineTool } from '@threadkit/core';
import { z } from 'zod';
import { toolView } from '../src/tool/tool-view.ts';
import { callFirst } from './engine-scripts.ts';

const rollBack = defineTool({
  name: 'roll_back',
  description: 'Rolls a service back to an earlier release.',
  parameters: z.object({
    service: z.string(),
    release: z.string(),
  }),
  needsApproval: true,
  execute: ({ service, release }) => ({ service, release, took_seconds: 38 }),
});

const postStatus = defineTool({
  name: 'post_status',
  description: 'Posts to the status page.',
  parameters: z.object({ text: z.string() }),
  needsApproval: true,
  execute: () => 'Posted.',
});

/** Two tools that need approval, and their views. */
export const releaseTools = [rollBack, postStatus];

export const releaseViews = [
  toolView(rollBack, {
    labels: {
      action: 'Roll back',
      question: ({ service, release }) => `Roll back ${service} to ${release}?`,
      keyValues: ({ release }) => [
        { label: 'release', value: release, previousValue: '2026.11.19-3' },
        { label: 'regions', value: 'eu-west-1, us-east-1' },
      ],
    },
  }),
  toolView(postStatus, {
    labels: { action: 'Post to the status page', question: () => 'Post to the status page?' },
  }),
];

/** The same tools as `tools` of a run. */
export const releaseFunctions = releaseTools.map(({ name, description, jsonSchema }) => ({
  type: 'function' as const,
  function: { name, ...(description !== undefined && { description }), parameters: jsonSchema },
}));

const rollBackCall = { name: rollBack.name, args: { service: 'checkout-api', release: '2026.11.18-1' } };
const postCall = { name: postStatus.name, args: { text: 'Checkout is slow. We are on it.' } };

/** Engine scripts that call the first tool, and both tools. */
export const callsOne = callFirst(rollBackCall);
export const callsBoth = callFirst(rollBackCall, postCall);
