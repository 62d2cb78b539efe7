import { trackWork } from '@threadkit/core/testing';
import type { Storage } from '@threadkit/server';

/** The same storage, with its calls tracked by `settle`. */
export function trackStorage(storage: Storage): Storage {
  return tracked(storage, 'storage');
}

function tracked<T extends object>(target: T, path: string): T {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(target, key);
      const name = `${path}.${String(key)}`;
      if (typeof value === 'function') {
        return (...args: unknown[]): unknown => {
          const result: unknown = Reflect.apply(value, target, args);
          return result instanceof Promise ? trackWork(name, result) : result;
        };
      }
      return typeof value === 'object' && value !== null ? tracked(value, name) : value;
    },
  });
}
