'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { CopyButton } from '../../internals/copy-button.tsx';
import { type IconComponent, icon } from '../../internals/icons/icons.tsx';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { useOverflow } from '../../internals/use-overflow.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { CodeText } from './code-text.tsx';

const WrapIcon: IconComponent = /* @__PURE__ */ icon(
  'M2.5 4h11M2.5 8h8.4a2.1 2.1 0 0 1 0 4.2H7.6M9.4 10.4l-1.8 1.8L9.4 14M2.5 12.2h2',
);

/** Props of `CodeBlock`. */
export interface CodeBlockProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The code as text. It is never executed. */
  code: string;
  /** The language of the fence: shown, and used for highlighting. @defaultValue '' */
  language?: string | undefined;
}

/** Code with its language, and buttons to wrap long lines and to copy. Renders a `<div>`. */
export function CodeBlock({ code, language = '', ...props }: CodeBlockProps): ReactNode {
  const strings = useStrings();
  const { ref, overflows } = useOverflow();
  const [wraps, setWraps] = useState(false);
  return renderPart(
    'div',
    'code-block',
    {
      ...props,
      children: (
        <>
          <div data-slot="code-block-bar">
            {language && <span data-slot="code-block-language">{language}</span>}
            {(overflows || wraps) && (
              <Button
                variant="icon"
                aria-label={strings.markdown.wrapLines}
                title={strings.markdown.wrapLines}
                aria-pressed={wraps}
                onClick={() => setWraps(!wraps)}
              >
                <WrapIcon />
              </Button>
            )}
            <CopyButton
              text={code}
              labels={{ copy: strings.markdown.copyCode, copied: strings.markdown.copied }}
            />
          </div>
          <pre
            ref={ref}
            {...(overflows
              ? { tabIndex: 0, role: 'region', 'aria-label': language || strings.markdown.code }
              : {})}
          >
            <code>
              <CodeText code={code} language={language} />
            </code>
          </pre>
        </>
      ),
    },
    { wraps },
  );
}
