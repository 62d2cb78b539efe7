'use client';

import { randomId } from '@threadkit/core/internal';
import { type ReactNode, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { NewIcon, RemoveIcon } from '../../internals/icons/icons.tsx';
import { useAllStrings } from '../../locales/list-strings.ts';
import { useEditor } from './editor-context.ts';
import { type EditorFieldProps, EditorGroup, FieldNotes, useControl } from './editor-field.tsx';
import type { MetadataFormValues } from './form-values.ts';
import { LIMITS } from './limits.ts';

/** Up to 16 metadata pairs: keys of at most 64, values of at most 512 characters. Renders a `<div>`. */
export function MetadataField(props: EditorFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const { values, edit } = useEditor('AssistantEditor.Metadata');
  const [added, setAdded] = useState<string>();
  const pairs = values.metadata;
  const isFull = pairs.length >= LIMITS.metadata;
  const add = (): void => {
    if (isFull) return;
    const key = randomId();
    setAdded(key);
    edit({ metadata: [...pairs, { key, name: '', value: '' }] });
  };
  return (
    <EditorGroup
      field="metadata"
      path="metadata"
      legend={strings.metadata}
      hint={strings.metadataHint}
      {...props}
    >
      {pairs.map((pair) => (
        <Pair
          key={pair.key}
          pair={pair}
          isNew={pair.key === added}
          onChange={(changed) =>
            edit({ metadata: pairs.map((other) => (other.key === changed.key ? changed : other)) })
          }
          onRemove={() => edit({ metadata: pairs.filter(({ key }) => key !== pair.key) })}
        />
      ))}
      <Button data-slot="editor-add" variant="quiet" aria-disabled={isFull || undefined} onClick={add}>
        <NewIcon />
        {strings.addPair}
      </Button>
    </EditorGroup>
  );
}

interface PairProps {
  pair: MetadataFormValues;
  isNew: boolean;
  onChange: (pair: MetadataFormValues) => void;
  onRemove: () => void;
}

function Pair({ pair, isNew, onChange, onRemove }: PairProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const path = `metadata.${pair.key}`;
  const { id, onBlur, ...notes } = useControl(path, false);
  return (
    <div
      data-slot="editor-pair"
      onBlur={(event) => {
        // Moving the focus from the key to its value does not leave the pair.
        if (!event.currentTarget.contains(event.relatedTarget)) onBlur();
      }}
    >
      <input
        {...notes}
        id={id}
        type="text"
        aria-label={strings.metadataKey}
        placeholder={strings.metadataKey}
        autoComplete="off"
        autoFocus={isNew}
        value={pair.name}
        onChange={(event) => onChange({ ...pair, name: event.target.value })}
      />
      <input
        type="text"
        aria-label={strings.metadataValue}
        aria-describedby={notes['aria-describedby']}
        placeholder={strings.metadataValue}
        autoComplete="off"
        value={pair.value}
        onChange={(event) => onChange({ ...pair, value: event.target.value })}
      />
      <Button variant="icon" aria-label={strings.removePair(pair.name)} onClick={onRemove}>
        <RemoveIcon />
      </Button>
      <FieldNotes id={id} path={path} used={{ length: pair.value.length, max: LIMITS.metadataValue }} />
    </div>
  );
}
