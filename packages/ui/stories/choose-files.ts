import { userEvent, type within } from 'storybook/test';

export type Canvas = ReturnType<typeof within>;

/** Selects files through the hidden file input, like the system's file picker. */
export async function choose(canvas: Canvas, ...files: readonly File[]): Promise<void> {
  const button = await canvas.findByRole('button', { name: 'Attach files' });
  const field = button.nextElementSibling;
  if (!(field instanceof HTMLInputElement)) throw new Error('The file input was not found.');
  await userEvent.upload(field, [...files]);
}
