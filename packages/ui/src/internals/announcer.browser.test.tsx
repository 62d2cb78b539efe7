import { StrictMode, useEffect } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Announcer, useAnnounce } from './announcer.tsx';

/** A button that announces these texts in one task. */
function Announce({ name, texts }: { name: string; texts: readonly string[] }) {
  const announce = useAnnounce();
  return (
    <button type="button" onClick={() => texts.forEach((text) => announce(text))}>
      {name}
    </button>
  );
}

const region = page.getByRole('status');
const sentences = (): readonly string[] =>
  Array.from(region.element().children, ({ textContent }) => textContent);

/** The texts that a screen reader announces: those of added elements, in order. */
function recordAdditions(): () => readonly string[] {
  const added: string[] = [];
  const observer = new MutationObserver((records) => collect(records));
  const collect = (records: readonly MutationRecord[]): void => {
    for (const { addedNodes } of records)
      for (const { textContent } of addedNodes) added.push(textContent ?? '');
  };
  observer.observe(region.element(), { childList: true });
  return () => {
    collect(observer.takeRecords());
    return added;
  };
}

test('the announcer adds two announcements of one task in order', async () => {
  await render(
    <Announcer>
      <Announce name="both" texts={['The response is finished.', 'Action required.']} />
    </Announcer>,
  );
  await expect.element(region).toHaveAttribute('aria-atomic', 'false');
  const added = recordAdditions();
  await page.getByRole('button', { name: 'both' }).click();
  await expect.poll(added).toEqual(['The response is finished.', 'Action required.']);
});

test('the announcer adds a repeated sentence again, without the earlier ones', async () => {
  await render(
    <Announcer>
      <Announce name="again" texts={['Copied.']} />
    </Announcer>,
  );
  const added = recordAdditions();
  await page.getByRole('button', { name: 'again' }).click();
  await page.getByRole('button', { name: 'again' }).click();
  await expect.poll(added).toEqual(['Copied.', 'Copied.']);
});

function AnnounceOnMount({ text }: { text: string }) {
  const announce = useAnnounce();
  useEffect(() => announce(text), [announce, text]);
  return null;
}

test('an effect that strict mode runs twice announces once', async () => {
  await render(
    <StrictMode>
      <Announcer>
        <AnnounceOnMount text="The response is finished." />
        <AnnounceOnMount text="Action required." />
      </Announcer>
    </StrictMode>,
  );
  await expect.poll(sentences).toEqual(['The response is finished.', 'Action required.']);
});

test('the announcer keeps the last six announcements', async () => {
  await render(
    <Announcer>
      <Announce name="many" texts={['1', '2', '3', '4', '5', '6', '7', '8']} />
    </Announcer>,
  );
  await page.getByRole('button', { name: 'many' }).click();
  await expect.poll(sentences).toEqual(['3', '4', '5', '6', '7', '8']);
});
