'use client';

import type { ReactNode } from 'react';
import { OutputText } from '../../internals/output-block.tsx';
import { CodeText } from '../../markdown/code-block/code-text.tsx';

/** Props of `ToolOutput.Text`. */
export interface ToolOutputTextProps {
  /** Language for syntax highlighting. @defaultValue none */
  language?: string | undefined;
  children: string;
}

/** Preformatted text such as logs and code. Collapsed if it has more than twelve lines. */
export function ToolOutputText({ language = '', children }: ToolOutputTextProps): ReactNode {
  return <OutputText render={(text) => <CodeText code={text} language={language} />}>{children}</OutputText>;
}
