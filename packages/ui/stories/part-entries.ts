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

/** Exported components that are not in the part table, with the reason. */
export const NOT_PARTS: Readonly<Record<string, string>> = {
  'attachments/Root': 'a provider: no element',
  'Chat.Attachments': 'the list, the button and the drop zone: elements side by side',
  'Chat.BranchNotice': 'there only in a copy of another thread; `Chat` has tests for it',
  'Chat.Empty': 'the `Empty` component of the chat',
  'Chat.Error': 'there only after an error; `Chat` has tests for it',
  'Chat.LoadOlder': 'there only while older messages can be loaded; `Chat` has tests for it',
  'Chat.Message': 'there only once the thread has messages; it has a test of its own',
  'Chat.MessageActions': 'loaded on first use, in one of two forms',
  'Chat.MessageContent': 'the content or the form that edits it',
  'Chat.MessageFailure': 'the composition `Message.Failure`, after a message was not sent',
  'Chat.Queue': 'there only while messages wait; `Chat` has tests for it',
  'Chat.Run': 'there only once the thread has a run; it has a test of its own',
  'Chat.RunFooter': 'one of an approval, a status, a summary and an outcome',
  'Chat.RunItems': 'the steps and the messages of a run: elements side by side',
  'Chat.RunMessage': 'one message of a run, which subscribes to it',
  'Chat.RunStep': 'one row for each tool call of a step, or one for its reasoning',
  'Chat.StarterPrompts': 'a fixed layout around `Thread.StarterPrompts`',
  'Chat.Timeline': 'the children of a viewport: elements side by side',
  'Chat.UnreadDivider': 'a fixed line above a response',
  'attachments/DropZone': 'uses its ref to find the element it covers, and is rendered only during a drag',
  'message-actions/Feedback': 'two buttons without a common element',
  'Composer.Suggestions': 'rendered only while a list is open; has its own tests',
  MarkdownProvider: 'a provider: no element',
  Announcer: 'a provider; its live region is not customizable',
  ToolViewsProvider: 'a provider: no element',
  LocaleProvider: 'a provider: no element',
  'AssistantEditor.ToolResources': 'one field for each enabled tool: zero to two elements',
  'Message.Part': 'renders a part by content type: text, refusal, image',
  'Message.Failure': 'a composition of Notice and Button, to be replaced as a whole',
  'ToolApproval.Prompt': 'a composition of ToolApproval.Root and its parts, in one of two forms',
  'outputs/ToolOutput.Text': 'the text and the button that expands it: two elements',
  'outputs/OutputDiff': 'the lines and the button that expands them: two elements',
  'outputs/OutputList': 'the items and the button that expands them: two elements',
  'outputs/OutputTable': 'the table and the button that expands it: two elements',
  'outputs/OutputValue': 'a composition of ToolOutput.Section and a component for its kind of value',
  'outputs/SearchResults': 'a fixed list for the details of a file search',
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

/** Names of the exported components, including those in namespaces. Names in capitals are constants. */
export function exportedComponents(): string[] {
  const isComponent = (name: string): boolean => /^[A-Z].*[a-z]/.test(name);
  return Object.entries(ENTRIES).flatMap(([path, entry]) =>
    Object.entries(entry).flatMap(([name, value]: [string, unknown]) => {
      if (!isComponent(name)) return [];
      const prefix = path === '.' ? '' : `${path.slice(2)}/`;
      const isNamespace = typeof value === 'object' && value !== null && !('$$typeof' in value);
      const parts = Object.keys(Object(value))
        .filter(isComponent)
        .map((part) => `${prefix}${name}.${part}`);
      return isNamespace ? parts : [prefix + name, ...parts];
    }),
  );
}
