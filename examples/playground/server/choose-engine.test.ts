import { expect, test } from 'vitest';
import { chooseEngine } from './choose-engine.ts';

test('without a key, the playground uses the scripted engine', () => {
  expect(chooseEngine({}).engine.name).toBe('scripted');
  expect(chooseEngine({ OPENAI_API_KEY: '', OPENAI_BASE_URL: '' }).model).toBe('scripted');
});

test('with a key, the playground uses the model in OPENAI_MODEL', () => {
  expect(chooseEngine({ OPENAI_API_KEY: 'key', OPENAI_MODEL: 'some-model' }).model).toBe('some-model');
  expect(chooseEngine({ OPENAI_API_KEY: 'key' }).model).toBe('gpt-4.1-mini');
});

test('a custom endpoint requires OPENAI_MODEL', () => {
  const env = { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' };
  expect(() => chooseEngine(env)).toThrow('set OPENAI_MODEL');
  expect(chooseEngine({ ...env, OPENAI_MODEL: 'qwen3' }).description).toBe(
    'qwen3 at http://127.0.0.1:11434/v1',
  );
});
