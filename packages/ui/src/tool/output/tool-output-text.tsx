'use client';

import type { ReactNode } from 'react';
import { OutputText } from '../../internals/output-block.tsx';
import { CodeText } from '../../markdown/code-block/code-text.tsx';

/** Props of `ToolOutput.Text`. */
export interface ToolOutputTextProps {
  /** Language for syntax highlighting. @defaultValue none */
  language?: string | undefined;
  /** The text. */
  children: string;
}

/**
 * Preformatted text such as logs and code. Renders a `<pre>`, and a button that shows all lines if there are more than
 * twelve.
 */
export function ToolOutputText({ language = '', children }: ToolOutputTextProps): ReactNode {
  return <OutputText render={(text) => <CodeText code={text} language={language} />}>{children}</OutputText>;
}
