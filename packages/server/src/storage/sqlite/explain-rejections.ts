import { explainSqliteError } from './explain-sqlite-error.ts';

/** A proxy that converts promise rejections with `explainSqliteError`. */
export function explainRejections<T extends object>(part: T, file: string): T {
  return new Proxy(part, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, target, args);
        if (!(result instanceof Promise)) return result;
        return result.catch((error: unknown) => {
          throw explainSqliteError(error, file);
        });
      };
    },
  });
}
