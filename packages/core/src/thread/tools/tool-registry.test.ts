import { describe, expect, it, vi } from 'vitest';
import { defineTool } from '../../tools/define-tool.ts';
import { createToolRegistry, toolsForRun } from './tool-registry.ts';

const tool = (name: string) => defineTool({ name, description: `${name}s`, parameters: { type: 'object' } });

describe('a tool registry', () => {
  it('a registry returns the tool of the last owner, and the earlier one again after the last owner is removed', () => {
    const registry = createToolRegistry(() => {});
    const [first, second] = [tool('wipe'), tool('wipe')];
    registry.set(Symbol('a'), [first]);
    const takeBack = registry.set(Symbol('b'), [second]);
    expect(registry.get('wipe')).toBe(second);
    takeBack();
    expect(registry.get('wipe')).toBe(first);
  });

  it('a registry accepts the same tools in a new list, whether the old list is removed before or after', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const registry = createToolRegistry(() => {});
    const [owner, wipe] = [Symbol('a'), tool('wipe')];
    const leaveFirst = registry.set(owner, [wipe]);
    leaveFirst();
    const leaveSecond = registry.set(owner, [wipe]);
    registry.set(owner, [wipe]);
    leaveSecond();
    expect(registry.all()).toEqual([wipe]);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('a registry warns once when two owners register different tools under one name', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const registry = createToolRegistry(() => {});
    const shared = tool('wipe');
    registry.set(Symbol('a'), [shared]);
    registry.set(Symbol('b'), [shared]);
    expect(warn).not.toHaveBeenCalled();
    registry.set(Symbol('c'), [tool('wipe')]);
    registry.set(Symbol('d'), [tool('wipe')]);
    expect(warn).toHaveBeenCalledOnce();
    expect(warn.mock.calls[0]?.[0]).toContain('two different tools named "wipe"');
    warn.mockRestore();
  });

  it('a registry calls onChange when tools are registered', () => {
    const onChange = vi.fn<() => void>();
    createToolRegistry(onChange).set(Symbol('a'), [tool('wipe')]);
    expect(onChange).toHaveBeenCalledOnce();
  });
});

describe('toolsForRun', () => {
  it("toolsForRun sends the assistant's tools together with the page's, because a run's tools replace them", () => {
    expect(toolsForRun([{ type: 'file_search' }], [tool('wipe')])).toEqual([
      { type: 'file_search' },
      { type: 'function', function: { name: 'wipe', description: 'wipes', parameters: { type: 'object' } } },
    ]);
  });

  it('toolsForRun returns undefined when the assistant declares all registered tools', () => {
    expect(toolsForRun([{ type: 'function', function: { name: 'wipe' } }], [tool('wipe')])).toBeUndefined();
  });

  it('toolsForRun throws for more than twenty tools', () => {
    const many = Array.from({ length: 21 }, (_, index) => tool(`tool_${index}`));
    expect(() => toolsForRun([], many)).toThrow(/at most 20 tools/);
  });
});
