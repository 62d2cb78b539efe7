import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../stories/languages.ts';
import { inspectorAr } from './ar-inspector.ts';
import { inspectorDe } from './de-inspector.ts';
import { en } from './en.ts';
import { englishAround } from './en-lists.ts';
import { inspectorEs } from './es-inspector.ts';
import { englishFiles } from './file-strings.ts';
import { inspectorFr } from './fr-inspector.ts';
import { inspectorEn } from './inspector-strings.ts';
import { inspectorJa } from './ja-inspector.ts';
import type { VerbPhrase } from './locale-strings.ts';
import { inspectorZh } from './zh-inspector.ts';

const inspectors = {
  en: inspectorEn,
  de: inspectorDe,
  es: inspectorEs,
  fr: inspectorFr,
  ja: inspectorJa,
  'zh-CN': inspectorZh,
  ar: inspectorAr,
};
const others = (Object.keys(languages) as Language[]).filter((language) => language !== 'en');

type Leaf = string | ((...args: never[]) => unknown);

/** Every word of a catalogue by its path: `run.status.queued`. */
function leavesOf(value: unknown, path = ''): Map<string, Leaf> {
  if (typeof value === 'string' || typeof value === 'function') return new Map([[path, value as Leaf]]);
  const entries = Object.entries(value as object);
  return new Map(entries.flatMap(([key, inner]) => [...leavesOf(inner, path ? `${path}.${key}` : key)]));
}

const everything = (language: Language) => {
  const { around = englishAround, files = englishFiles, ...strings } = languages[language];
  return leavesOf({ ...strings, ...around, files, inspector: inspectors[language] });
};
const englishLeaves = everything('en');

/** What a function of the catalogue takes, where it is not texts alone. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  'thread.newAnswers': [21, 'X21'],
  'composer.suggested': [21],
  'run.steps': [21, 'X21'],
  'run.tokens': [21, 'X21'],
  'approval.batch': [21, 'X21'],
  'approval.allowAll': [21, 'X21'],
  'waiting.title': [21, 'X title'],
  'threadList.found': [21, 'X21'],
  'assistantEditor.left': [21, 'X21'],
  'assistantEditor.over': [21, 'X21'],
  'tool.list': [['X one', 'X two']],
  'tool.detail': [['X one', 'X two']],
};

/** A text, or the texts of a verb phrase. */
const texts = (said: unknown): string[] =>
  typeof said === 'string' ? [said] : Object.values(said as VerbPhrase).map(String);

function call(leaf: Leaf, ...args: readonly unknown[]): string[] {
  if (typeof leaf === 'string') return [leaf];
  return texts((leaf as (...given: readonly unknown[]) => unknown)(...args));
}

function sampleOf(path: string, leaf: Leaf): readonly unknown[] {
  return SAMPLES[path] ?? (typeof leaf === 'string' ? [] : ['X one', 'X two'].slice(0, leaf.length));
}

/** What a language may say as English does, and why. */
const SAME_IN_ALL = new Set([
  'tool.code', // Python
  'assistantEditor.formats.json_object', // JSON
  'ending.stopped.text', // the title says it all
  'message.answered', // the answer itself
  'waiting.title', // a number before the page's own title
  'tool.phrase', // an app's own words
]);
const SAME_IN: Readonly<Partial<Record<Language, readonly string[]>>> = {
  // The same words in both languages.
  de: [
    'markdown.code',
    'connection.offline.title',
    'assistantEditor.name',
    'assistantEditor.formats.text',
    'assistantEditor.jsonSchema',
    'inspector.text',
    'approval.question',
    'tool.detail',
  ],
  // "no", "error", and names and units that are international.
  es: ['tool.no', 'tool.error', 'run.tokens', 'run.underASecond', 'assistantEditor.topP', 'tool.detail'],
  fr: [
    'composer.label',
    'composer.suggested',
    'citation.sources',
    'markdown.code',
    'tool.image',
    'run.underASecond',
    'assistantEditor.description',
    'assistantEditor.topP',
    'tool.detail',
  ],
};

describe.each(others)('%s', (language) => {
  const leaves = everything(language);

  test('has the words that English has, no more and no fewer', () => {
    expect([...leaves.keys()].toSorted()).toEqual([...englishLeaves.keys()].toSorted());
  });

  test('says nothing in English but what is the same in both', () => {
    const same = [...leaves].flatMap(([path, leaf]) => {
      const sample = sampleOf(path, leaf);
      const said = call(leaf, ...sample).join('|');
      const inEnglish = call(englishLeaves.get(path) ?? '', ...sample).join('|');
      return said === inEnglish && !SAME_IN_ALL.has(path) ? [path] : [];
    });
    expect(same.toSorted()).toEqual((SAME_IN[language] ?? []).toSorted());
  });

  test('leaves nothing empty, and puts in what it is given', () => {
    for (const [path, leaf] of leaves) {
      if (path === 'ending.stopped.text') continue;
      const sample = sampleOf(path, leaf);
      // Of a count and the same formatted, the formatted one is shown.
      const given = sample.length > 1 ? sample.filter((value) => typeof value === 'string') : sample;
      for (const text of call(leaf, ...sample)) {
        expect(text.trim().length, path).toBeGreaterThan(0);
        for (const value of given.flat()) {
          const shown = path === 'tool.verb' ? 'x one' : String(value);
          expect(text.toLowerCase(), path).toContain(shown.toLowerCase());
        }
      }
    }
  });

  test('says something with an empty name, too', () => {
    const { markdown, run, around = englishAround } = languages[language];
    const { threadList, assistantEditor } = around;
    const said = [
      markdown.image(''),
      threadList.rename(''),
      assistantEditor.functionField(''),
      assistantEditor.removeFunction(''),
      assistantEditor.removePair(''),
      run.worked('', 'X'),
    ];
    for (const text of said) expect(text).toMatch(/^\S.*\S$|^\S$/);
  });

  test('keeps a tool’s name recognisable, and an app’s own words as they are', () => {
    const { verb, phrase } = languages[language].tool;
    for (const form of Object.values(verb('query_metrics'))) expect(form).toContain('query metrics');
    expect(new Set(Object.values(verb('query_metrics'))).size).toBe(3);
    expect(phrase('Zurückrollen')).toEqual({
      action: 'Zurückrollen',
      running: 'Zurückrollen',
      done: 'Zurückrollen',
    });
  });
});

describe('counts', () => {
  const counts = [0, 1, 2, 3, 11, 100] as const;
  test.each([
    ['en', '0 steps, 1 step, 2 steps, 3 steps, 11 steps, 100 steps'],
    ['de', '0 Schritte, 1 Schritt, 2 Schritte, 3 Schritte, 11 Schritte, 100 Schritte'],
    ['es', '0 pasos, 1 paso, 2 pasos, 3 pasos, 11 pasos, 100 pasos'],
    ['fr', '0 étape, 1 étape, 2 étapes, 3 étapes, 11 étapes, 100 étapes'],
    ['ja', '0ステップ, 1ステップ, 2ステップ, 3ステップ, 11ステップ, 100ステップ'],
    ['zh-CN', '0 个步骤, 1 个步骤, 2 个步骤, 3 个步骤, 11 个步骤, 100 个步骤'],
    ['ar', 'بلا خطوات, خطوة واحدة, خطوتان, 3 خطوات, 11 خطوة, 100 خطوة'],
  ] as const)('of steps in %s', (language, said) => {
    const { steps } = languages[language].run;
    expect(counts.map((count) => steps(count, String(count))).join(', ')).toBe(said);
  });

  test('of actions in Arabic, with all its six forms', () => {
    const { batch } = languages.ar.approval;
    expect(counts.map((count) => batch(count, String(count)))).toEqual([
      'لا إجراءات بانتظار ردك',
      'إجراء واحد بانتظار ردك',
      'إجراءان بانتظار ردك',
      '3 إجراءات بانتظار ردك',
      '11 إجراءً بانتظار ردك',
      '100 إجراء بانتظار ردك',
    ]);
  });

  test('of a million take "de" in Spanish and French', () => {
    expect(languages.es.run.tokens(1_000_000, '1.000.000')).toBe('1.000.000 de tokens');
    expect(languages.fr.run.tokens(1_000_000, '1 000 000')).toBe('1 000 000 de jetons');
  });
});

describe('punctuation', () => {
  const said = (language: Language): [string, string][] =>
    [...everything(language)].flatMap(([path, leaf]) =>
      call(leaf, ...sampleOf(path, leaf)).map((text): [string, string] => [path, text]),
    );
  const having = (language: Language, stray: RegExp, except: readonly string[] = []): string[] =>
    said(language)
      .filter(([path, text]) => stray.test(text) && !except.includes(path))
      .map(([path, text]) => `${path}: ${text}`);

  test.each(['en', ...others] as const)(
    '%s has no straight quotes, no three dots, no doubled space',
    (language) => {
      // English names a JSON key as JSON writes it.
      const asJson = ['assistantEditor.problem.parameters', 'assistantEditor.problem.badName'];
      expect(having(language, /["']|\.\.\.| {2}/, language === 'en' ? asJson : [])).toEqual([]);
    },
  );

  test('a Spanish question and exclamation is opened, too', () => {
    const unopened = said('es').filter(([, text]) => /[?]/.test(text) !== /¿/.test(text));
    expect(unopened).toEqual([]);
  });

  test('French keeps its double signs on the line, with spaces that do not break', () => {
    expect(having('fr', /[^\u00a0]:|[^\u202f][?!;]|«[^\u00a0]|[^\u00a0]»/)).toEqual([]);
  });

  test('German quotes are „…“', () => {
    expect(having('de', /[”«»]/)).toEqual([]);
  });

  test('Japanese and Chinese have full-width punctuation', () => {
    // Around a count in a page's title stands no text of theirs.
    const cjk = '\\u3040-\\u30ff\\u4e00-\\u9fff';
    const stray = new RegExp(`[${cjk}][,.:;?!()]|[,:;?!()][${cjk}]`);
    expect(having('ja', stray)).toEqual([]);
    expect(having('zh-CN', stray)).toEqual([]);
  });

  test('Arabic has its own comma, semicolon and question mark', () => {
    expect(having('ar', /[,;?]/)).toEqual([]);
  });

  test('Arabic isolates names, so that they do not turn the signs around them', () => {
    expect(languages.ar.around?.threadList.deleteThread('C++')).toBe('حذف \u2068C++\u2069');
  });
});

test('Arabic beside a Latin name runs from the right, Latin names alone from the left', () => {
  expect(languages.ar.tool.detail(['api', 'فشل'])).toBe('\u200fapi، فشل');
  expect(languages.ar.tool.detail(['api', 'p95'])).toBe('api، p95');
});

test('lists are joined as the language does it', () => {
  const items = ['a', 'b', 'c'];
  expect(languages.de.tool.list(items)).toBe('a, b und c');
  expect(languages.ja.tool.list(items)).toBe('a、b、c');
  expect(languages.ar.tool.list(['القاهرة', 'دبي', 'تونس'])).toBe('القاهرة ودبي وتونس');
  expect(languages.ar.tool.list(items)).toBe('a، b، c');
  expect(en.tool.list(items)).toBe('a, b, c');
});
