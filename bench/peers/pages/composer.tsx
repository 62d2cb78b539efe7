import { type FormEvent, useState } from 'react';

/** A controlled field that keeps its draft to itself. */
export function Composer({ onSend }: { onSend: (text: string) => void }) {
  const [draft, setDraft] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setDraft('');
    onSend(draft);
  };
  return (
    <form onSubmit={submit}>
      <textarea value={draft} onChange={({ target }) => setDraft(target.value)} />
    </form>
  );
}
