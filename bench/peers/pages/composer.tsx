import { type FormEvent, useState } from 'react';

/** A controlled field with local state, so that typing does not render the thread. */
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
