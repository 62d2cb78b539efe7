import { describe, expect, test } from 'vitest';
import { englishVerb } from './en-verbs.ts';

describe('englishVerb', () => {
  test.each([
    ['change_theme', 'Change theme', 'Changing theme', 'Changed theme'],
    ['roll_dice', 'Roll dice', 'Rolling dice', 'Rolled dice'],
    ['get_weather', 'Get weather', 'Getting weather', 'Got weather'],
    ['set_timer', 'Set timer', 'Setting timer', 'Set timer'],
    ['notify_team', 'Notify team', 'Notifying team', 'Notified team'],
    ['stop_server', 'Stop server', 'Stopping server', 'Stopped server'],
    ['write_file', 'Write file', 'Writing file', 'Wrote file'],
    ['query_metrics', 'Query metrics', 'Querying metrics', 'Queried metrics'],
    ['Roll back', 'Roll back', 'Rolling back', 'Rolled back'],
    ['Ask Anna', 'Ask Anna', 'Asking Anna', 'Asked Anna'],
    ['Email Anna', 'Email Anna', 'Email Anna', 'Email Anna'],
  ])('%s: "%s", "%s", "%s"', (name, action, running, done) => {
    expect(englishVerb(name)).toEqual({ action, running, done });
  });

  test('a name that begins with no known verb is not bent', () => {
    expect(englishVerb('weather_report')).toEqual({
      action: 'Weather report',
      running: 'Weather report',
      done: 'Weather report',
    });
  });

  test('names of built-in object members are names like any other', () => {
    expect(englishVerb('constructor').done).toBe('Constructor');
  });
});
