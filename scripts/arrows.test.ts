import { describe, expect, test } from 'vitest';
import { findBrokenImports } from './arrows.ts';

const entries = new Set([
  '@threadkit/core',
  '@threadkit/core/api',
  '@threadkit/core/internal',
  '@threadkit/react',
  '@threadkit/react/internal',
  '@threadkit/ui',
]);
const broken = (path: string, ...imports: string[]) => findBrokenImports([{ path, imports }], entries);

describe('import rules between packages', () => {
  test('ui may import react and core', () => {
    expect(broken('packages/ui/src/chat/chat.tsx', '@threadkit/react', '@threadkit/core', 'react')).toEqual(
      [],
    );
  });

  test('react must not import ui, and the message states the rule', () => {
    const [message] = broken('packages/react/src/index.ts', '@threadkit/ui');
    expect(message).toContain('packages/react/src/index.ts imports @threadkit/ui');
    expect(message).toContain('ui → react → core');
  });

  test('core must not import any other package', () => {
    expect(broken('packages/core/src/index.ts', '@threadkit/react')).toHaveLength(1);
  });

  test('server may import only the api entry of core', () => {
    expect(broken('packages/server/src/server/create-server.ts', '@threadkit/core/api')).toEqual([]);
    expect(broken('packages/server/src/server/create-server.ts', '@threadkit/core')).toHaveLength(1);
  });

  test('shipped code and examples must not import the private test package', () => {
    for (const folder of [
      'packages/core',
      'packages/react',
      'packages/ui',
      'packages/server',
      'examples/minimal',
    ]) {
      expect(broken(`${folder}/src/index.ts`, '@threadkit/testing').length).toBeGreaterThan(0);
    }
  });

  test('react and ui may import the internal entry of core, and server and examples may not', () => {
    expect(broken('packages/react/src/provider/create-context-value.ts', '@threadkit/core/internal')).toEqual(
      [],
    );
    expect(broken('packages/ui/src/chat/chat.tsx', '@threadkit/core/internal')).toEqual([]);
    expect(broken('packages/server/src/server/create-server.ts', '@threadkit/core/internal')).toHaveLength(1);
    expect(broken('examples/minimal/src/app.tsx', '@threadkit/core/internal')).toHaveLength(1);
    expect(broken('examples/minimal/src/app.tsx', '@threadkit/react/internal')).toHaveLength(1);
  });

  test('examples may import only public entries', () => {
    expect(broken('examples/playground/src/app.tsx', '@threadkit/ui', './page.tsx')).toEqual([]);
    expect(broken('examples/playground/src/app.tsx', '@threadkit/ui/src/chat/chat.tsx')).toHaveLength(1);
    expect(broken('examples/playground/src/app.tsx', '../../../packages/ui/src/index.ts')).toHaveLength(1);
  });
});

describe('import rules inside core', () => {
  test('thread may import the client, the reducer and the tools', () => {
    const path = 'packages/core/src/thread/thread-controller.ts';
    expect(broken(path, '../client/client.ts', '../run/reduce-event.ts', '../tools/define-tool.ts')).toEqual(
      [],
    );
  });

  test('the reducer may import only the contract types', () => {
    expect(broken('packages/core/src/run/reduce-event.ts', '../api/index.ts', './run-state.ts')).toEqual([]);
    expect(broken('packages/core/src/run/reduce-event.ts', '../client/sse.ts')).toHaveLength(1);
  });

  test('only the client may import wire, and wire may import only the contract types', () => {
    expect(broken('packages/core/src/client/client.ts', '../wire/read-event.ts')).toEqual([]);
    expect(broken('packages/core/src/thread/thread-controller.ts', '../wire/read-event.ts')).toHaveLength(1);
    expect(broken('packages/core/src/wire/fill.ts', '../client/client.ts')).toHaveLength(1);
  });

  test('the client must not import thread', () => {
    expect(broken('packages/core/src/client/client.ts', '../thread/types.ts')).toHaveLength(1);
  });
});

describe('import rules inside core/thread', () => {
  test('send may import follow, and follow must not import send', () => {
    expect(broken('packages/core/src/thread/send/send-queue.ts', '../follow/event-stream.ts')).toEqual([]);
    expect(broken('packages/core/src/thread/follow/follower.ts', '../send/send-queue.ts')).toHaveLength(1);
  });

  test('tools may import follow, and follow must not import tools', () => {
    expect(broken('packages/core/src/thread/tools/tool-runner.ts', '../follow/follower.ts')).toEqual([]);
    expect(broken('packages/core/src/thread/follow/follower.ts', '../tools/tool-batch.ts')).toHaveLength(1);
  });

  test('the folders must not import the controller', () => {
    expect(broken('packages/core/src/thread/state/store.ts', '../thread-controller.ts')).toHaveLength(1);
  });
});

describe('import rules inside react', () => {
  test('hooks may import hooks/internal, and hooks/internal must not import hooks', () => {
    expect(broken('packages/react/src/hooks/use-run.ts', './internal/use-live.ts')).toEqual([]);
    expect(
      broken('packages/react/src/hooks/internal/use-live.ts', '../../provider/use-controller.ts'),
    ).toEqual([]);
    expect(broken('packages/react/src/hooks/internal/use-live.ts', '../use-run.ts')).toHaveLength(1);
  });

  test('hooks may import the provider, and the provider must not import hooks', () => {
    expect(broken('packages/react/src/hooks/use-thread.ts', '../provider/threadkit-context.ts')).toEqual([]);
    expect(
      broken('packages/react/src/provider/threadkit-provider.tsx', '../hooks/use-thread.ts'),
    ).toHaveLength(1);
  });
});

describe('import rules inside ui', () => {
  test('chat may import every part of a conversation, and no part may import chat', () => {
    expect(
      broken('packages/ui/src/chat/chat.tsx', '../run/run-summary.tsx', '../tool/tool-call.tsx'),
    ).toEqual([]);
    expect(broken('packages/ui/src/message/message.tsx', '../chat/chat-context.ts')).toHaveLength(1);
  });

  test('run may import tool, and tool must not import run', () => {
    expect(broken('packages/ui/src/run/run-steps.tsx', '../tool/tool-call.tsx')).toEqual([]);
    expect(broken('packages/ui/src/tool/tool-call.tsx', '../run/run-steps.tsx')).toHaveLength(1);
  });

  test('every folder may import load-lazy-parts, and internals must not import other folders', () => {
    expect(broken('packages/ui/src/tool/tool-call.tsx', '../load-lazy-parts.ts')).toEqual([]);
    expect(broken('packages/ui/src/internals/button.tsx', '../chat/chat.tsx')).toHaveLength(1);
  });
});

describe('import rules inside server', () => {
  test('runs may import the interfaces of storage and engines, but no implementation', () => {
    const path = 'packages/server/src/runs/worker.ts';
    expect(broken(path, '../storage/storage.ts', '../engines/engine.ts')).toEqual([]);
    expect(broken(path, '../storage/memory/memory-storage.ts')).toHaveLength(1);
    expect(broken(path, '../engines/scripted.ts', '../http/sse.ts')).toHaveLength(2);
  });

  test('routes may import their objects, and objects must not import routes', () => {
    expect(broken('packages/server/src/routes/threads.ts', './objects/thread-object.ts')).toEqual([]);
    expect(broken('packages/server/src/routes/objects/thread-object.ts', '../handler.ts')).toHaveLength(1);
  });

  test('shipped folders must not import the contract suites', () => {
    const suite = '../testing/storage-contract.ts';
    expect(broken('packages/server/src/storage/storage.ts', suite)).toHaveLength(1);
    expect(broken('packages/server/src/server/create-server.ts', suite)).toHaveLength(1);
  });

  test('storage and engines must not import each other', () => {
    expect(broken('packages/server/src/storage/storage.ts', '../engines/engine.ts')).toHaveLength(1);
    expect(broken('packages/server/src/engines/engine.ts', '../storage/storage.ts')).toHaveLength(1);
  });
});
