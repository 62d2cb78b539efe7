import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../stories/languages.ts';
import { en } from './en.ts';
import { enFiles } from './file-strings.ts';
import { enInspector } from './inspector-strings.ts';
import { enLists } from './list-strings.ts';
import type { ToolStateLabels } from './locale-strings.ts';
import { enToolDetails } from './tool-detail-strings.ts';

const others = (Object.keys(languages) as Language[]).filter((language) => language !== 'en');

type Leaf = string | ((...args: never[]) => unknown);

/** Every string and function of a catalogue by its path: `run.status.queued`. */
function leavesOf(value: unknown, path = ''): Map<string, Leaf> {
  if (typeof value === 'string' || typeof value === 'function') return new Map([[path, value as Leaf]]);
  const entries = Object.entries(value as object);
  return new Map(entries.flatMap(([key, inner]) => [...leavesOf(inner, path ? `${path}.${key}` : key)]));
}

const flattenStrings = (language: Language) => {
  const {
    lists = enLists,
    files = enFiles,
    inspector = enInspector,
    toolDetails = enToolDetails,
    ...strings
  } = languages[language];
  return leavesOf({ ...strings, lists, files, inspector, toolDetails });
};
const englishLeaves = flattenStrings('en');

/** Arguments of functions that take more than strings. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  'thread.unreadCount': [21, 'X21'],
  'composer.suggestionCount': [21, 'X21'],
  'run.steps': [21, 'X21'],
  'run.tokens': [21, 'X21'],
  'approval.pendingCount': [21, 'X21'],
  'approval.approveAll': [21, 'X21'],
  'notification.pageTitle': [21, 'X21', 'X title'],
  'lists.threadList.found': [21, 'X21'],
  'lists.assistantEditor.left': [21, 'X21'],
  'lists.assistantEditor.over': [21, 'X21'],
  'tool.joinList': [['X one', 'X two']],
  'tool.joinValues': [['X one', 'X two']],
};

/** A string, or the strings of the labels of a tool. */
const texts = (string: unknown): string[] =>
  typeof string === 'string' ? [string] : Object.values(string as ToolStateLabels).map(String);

function call(leaf: Leaf, ...args: readonly unknown[]): string[] {
  if (typeof leaf === 'string') return [leaf];
  return texts((leaf as (...given: readonly unknown[]) => unknown)(...args));
}

function sampleOf(path: string, leaf: Leaf): readonly unknown[] {
  return SAMPLES[path] ?? (typeof leaf === 'string' ? [] : ['X one', 'X two'].slice(0, leaf.length));
}

/** Strings that may equal the English ones in every language, and why. */
const SAME_IN_ALL = new Set([
  'toolDetails.code', // Python
  'lists.assistantEditor.formats.json_object', // JSON
  'outcome.stopped.text', // empty: the title is enough
  'notification.pageTitle', // a number before the page's title
]);
const SAME_IN: Readonly<Partial<Record<Language, readonly string[]>>> = {
  // The same word in both languages.
  de: [
    'markdown.code',
    'connection.offline.title',
    'error.details',
    'lists.assistantEditor.name',
    'lists.assistantEditor.formats.text',
    'lists.assistantEditor.jsonSchema',
    'inspector.text',
    'approval.question',
    'tool.joinValues',
  ],
  // "no", "error", and names and units that are international.
  es: [
    'tool.no',
    'tool.error',
    'run.tokens',
    'run.underOneSecond',
    'lists.assistantEditor.topP',
    'tool.joinValues',
  ],
  fr: [
    'composer.label',
    'message.assistant',
    'composer.suggestionCount',
    'citation.sources',
    'markdown.code',
    'toolDetails.image',
    'run.underOneSecond',
    'lists.assistantEditor.description',
    'lists.assistantEditor.instructions',
    'lists.assistantEditor.topP',
    'tool.joinValues',
  ],
};

describe.each(others)('the catalogue %s', (language) => {
  const leaves = flattenStrings(language);

  test('the catalogue has exactly the keys of the English catalogue', () => {
    expect([...leaves.keys()].toSorted()).toEqual([...englishLeaves.keys()].toSorted());
  });

  test('the catalogue has no untranslated strings except the listed ones', () => {
    const same = [...leaves].flatMap(([path, leaf]) => {
      const sample = sampleOf(path, leaf);
      const text = call(leaf, ...sample).join('|');
      const inEnglish = call(englishLeaves.get(path) ?? '', ...sample).join('|');
      return text === inEnglish && !SAME_IN_ALL.has(path) ? [path] : [];
    });
    expect(same.toSorted()).toEqual((SAME_IN[language] ?? []).toSorted());
  });

  test('the catalogue has no empty string and inserts every argument', () => {
    for (const [path, leaf] of leaves) {
      if (path === 'outcome.stopped.text') continue;
      const sample = sampleOf(path, leaf);
      // Functions with a count show its formatted form.
      const given = sample.length > 1 ? sample.filter((value) => typeof value === 'string') : sample;
      for (const text of call(leaf, ...sample)) {
        expect(text.trim().length, path).toBeGreaterThan(0);
        for (const value of given.flat()) {
          const shown = path === 'tool.labelsFor' ? 'x one' : String(value);
          expect(text.toLowerCase(), path).toContain(shown.toLowerCase());
        }
      }
    }
  });

  test('the catalogue has strings for empty names', () => {
    const { markdown, run, lists = enLists } = languages[language];
    const { threadList, assistantEditor } = lists;
    const filled = [
      markdown.image(''),
      threadList.rename(''),
      assistantEditor.functionField(''),
      assistantEditor.removeFunction(''),
      assistantEditor.removePair(''),
      run.worked('', 'X'),
    ];
    for (const text of filled) expect(text).toMatch(/^\S.*\S$|^\S$/);
  });

  test('the catalogue shows the humanized name of a tool in every state', () => {
    for (const label of Object.values(languages[language].tool.labelsFor('query_metrics'))) {
      expect(label).toContain('query metrics');
    }
    expect(new Set(Object.values(languages[language].tool.labelsFor('query_metrics'))).size).toBe(3);
  });
});

test('English shows the humanized name of a tool in every state', () => {
  expect(en.tool.labelsFor('rollback_release')).toEqual({
    action: 'Rollback release',
    running: 'Rollback release',
    done: 'Rollback release',
  });
  expect(en.tool.labelsFor('__').action).toBe('__');
});

describe('plural forms', () => {
  const counts = [0, 1, 2, 3, 11, 100] as const;
  test.each([
    ['en', '0 steps, 1 step, 2 steps, 3 steps, 11 steps, 100 steps'],
    ['de', '0 Schritte, 1 Schritt, 2 Schritte, 3 Schritte, 11 Schritte, 100 Schritte'],
    ['es', '0 pasos, 1 paso, 2 pasos, 3 pasos, 11 pasos, 100 pasos'],
    ['fr', '0 étape, 1 étape, 2 étapes, 3 étapes, 11 étapes, 100 étapes'],
    ['ja', '0ステップ, 1ステップ, 2ステップ, 3ステップ, 11ステップ, 100ステップ'],
    ['zh-CN', '0 个步骤, 1 个步骤, 2 个步骤, 3 个步骤, 11 个步骤, 100 个步骤'],
    ['ar', 'بلا خطوات, خطوة واحدة, خطوتان, 3 خطوات, 11 خطوة, 100 خطوة'],
  ] as const)('the plural forms of steps match CLDR in %s', (language, expected) => {
    const { steps } = languages[language].run;
    expect(counts.map((count) => steps(count, String(count))).join(', ')).toBe(expected);
  });

  test('the plural forms of actions use all six Arabic categories', () => {
    const { pendingCount } = languages.ar.approval;
    expect(counts.map((count) => pendingCount(count, String(count)))).toEqual([
      'لا إجراءات بانتظار موافقتك',
      'إجراء واحد بانتظار موافقتك',
      'إجراءان بانتظار موافقتك',
      '3 إجراءات بانتظار موافقتك',
      '11 إجراءً بانتظار موافقتك',
      '100 إجراء بانتظار موافقتك',
    ]);
  });

  test('the plural forms of a million insert "de" in Spanish and French', () => {
    expect(languages.es.run.tokens(1_000_000, '1.000.000')).toBe('1.000.000 de tokens');
    expect(languages.fr.run.tokens(1_000_000, '1 000 000')).toBe('1 000 000 de jetons');
  });
});

describe('punctuation', () => {
  const stringsOf = (language: Language): [string, string][] =>
    [...flattenStrings(language)].flatMap(([path, leaf]) =>
      call(leaf, ...sampleOf(path, leaf)).map((text): [string, string] => [path, text]),
    );
  const findStrings = (language: Language, forbidden: RegExp, except: readonly string[] = []): string[] =>
    stringsOf(language)
      .filter(([path, text]) => forbidden.test(text) && !except.includes(path))
      .map(([path, text]) => `${path}: ${text}`);

  test.each(['en', ...others] as const)(
    'the catalogue %s has no straight quotes, no three dots and no double spaces',
    (language) => {
      // English quotes JSON keys as JSON does.
      const asJson = [
        'lists.assistantEditor.problem.parameters',
        'lists.assistantEditor.problem.invalidName',
      ];
      expect(findStrings(language, /["']|\.\.\.| {2}/, language === 'en' ? asJson : [])).toEqual([]);
    },
  );

  test('Spanish opens every question with ¿', () => {
    const unopened = stringsOf('es').filter(([, text]) => /[?]/.test(text) !== /¿/.test(text));
    expect(unopened).toEqual([]);
  });

  test('French has non-breaking spaces before : ? ! ; and inside « »', () => {
    expect(findStrings('fr', /[^\u00a0]:|[^\u202f][?!;]|«[^\u00a0]|[^\u00a0]»/)).toEqual([]);
  });

  test('German quotes with „…“', () => {
    expect(findStrings('de', /[”«»]/)).toEqual([]);
  });

  test('Japanese and Chinese punctuation is full-width', () => {
    // Only next to Japanese or Chinese characters: the count in a page's title has none.
    const cjk = '\\u3040-\\u30ff\\u4e00-\\u9fff';
    const forbidden = new RegExp(`[${cjk}][,.:;?!()]|[,:;?!()][${cjk}]`);
    expect(findStrings('ja', forbidden)).toEqual([]);
    expect(findStrings('zh-CN', forbidden)).toEqual([]);
  });

  test('Arabic has the Arabic comma, semicolon and question mark', () => {
    expect(findStrings('ar', /[,;?]/)).toEqual([]);
  });

  test('Arabic isolates inserted names, so that punctuation keeps its place', () => {
    expect(languages.ar.lists?.threadList.deleteThread('C++')).toBe('حذف \u2068C++\u2069');
  });
});

test('joined values with Arabic text run from the right, Latin values alone from the left', () => {
  expect(languages.ar.tool.joinValues(['api', 'فشل'])).toBe('\u200fapi، فشل');
  expect(languages.ar.tool.joinValues(['api', 'p95'])).toBe('api، p95');
});

test('lists are joined as each language writes them', () => {
  const items = ['a', 'b', 'c'];
  expect(languages.de.tool.joinList(items)).toBe('a, b und c');
  expect(languages.ja.tool.joinList(items)).toBe('a、b、c');
  expect(languages.ar.tool.joinList(['القاهرة', 'دبي', 'تونس'])).toBe('القاهرة ودبي وتونس');
  expect(languages.ar.tool.joinList(items)).toBe('a، b، c');
  expect(en.tool.joinList(items)).toBe('a, b, c');
});
