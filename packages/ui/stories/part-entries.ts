import * as Attachments from '../src/composer/attachments/index.ts';
import * as kit from '../src/index.ts';
import * as ar from '../src/locales/ar.ts';
import * as de from '../src/locales/de.ts';
import * as es from '../src/locales/es.ts';
import * as fr from '../src/locales/fr.ts';
import * as ja from '../src/locales/ja.ts';
import * as zh from '../src/locales/zh.ts';
import * as diagrams from '../src/markdown/diagrams/index.ts';
import * as markdown from '../src/markdown/index.ts';
import * as math from '../src/markdown/math/index.ts';
import * as actions from '../src/message/actions/index.ts';
import * as outputs from '../src/outputs.ts';
import * as run from '../src/run.ts';

/** What is exported and not in the table, and why the common contract is not for it. */
export const NOT_PARTS: Readonly<Record<string, string>> = {
  'attachments/Root': 'a provider: no element',
  'attachments/DropZone':
    'keeps its ref, by which it finds what it lies over, and shows while something is dragged',
  'message-actions/Feedback': 'two buttons beside each other: no element around them',
  'Composer.Suggestions': 'there only while a list is open; it has tests of its own',
  MarkdownProvider: 'a provider: no element',
  Announcer: 'a provider; its one live region is nobody’s to change',
  ToolViewsProvider: 'a provider: no element',
  LocaleProvider: 'a provider: no element',
  'AssistantEditor.ToolResources': 'a field for each tool that is on: none, one or two elements',
  'Message.Part': 'whichever part the content asks for: text, refusal, image',
  'Message.Failure': 'a composition to be replaced whole by one of Notice and Button',
  'ToolApproval.Box': 'a composition of ToolApproval.Root and its parts, in one of two forms',
  'ToolOutput.Text': 'the text and, where it folds, the button below it: two elements',
  'outputs/OutputDiff': 'the lines and, where they fold, the button below: two elements',
  'outputs/OutputList': 'the items and, where they fold, the button below: two elements',
  'outputs/OutputTable': 'the table and, where it folds, the button below: two elements',
  'outputs/OutputValue': 'a composition of ToolOutput.Section and the shape of its value',
  'outputs/SearchResults': 'a fixed list for the block of a file search',
};

/** The entries of the package, by their path in its exports. */
export const ENTRIES: Readonly<Record<string, object>> = {
  '.': kit,
  './attachments': Attachments,
  './diagrams': diagrams,
  './markdown': markdown,
  './math': math,
  './message-actions': actions,
  './outputs': outputs,
  './run': run,
  './locales/ar': ar,
  './locales/zh': zh,
  './locales/fr': fr,
  './locales/de': de,
  './locales/ja': ja,
  './locales/es': es,
};

/** Names of what the entries export as components are named, namespaces opened; constants are in capitals. */
export function exportedComponents(): string[] {
  const isComponent = (name: string): boolean => /^[A-Z].*[a-z]/.test(name);
  return Object.entries(ENTRIES).flatMap(([path, entry]) =>
    Object.entries(entry).flatMap(([name, value]: [string, unknown]) => {
      if (!isComponent(name)) return [];
      const prefix = path === '.' ? '' : `${path.slice(2)}/`;
      if (typeof value !== 'object' || value === null || '$$typeof' in value) return [prefix + name];
      return Object.keys(value)
        .filter(isComponent)
        .map((part) => `${prefix}${name}.${part}`);
    }),
  );
}
