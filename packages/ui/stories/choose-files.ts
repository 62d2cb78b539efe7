import { userEvent, type within } from 'storybook/test';

export type Canvas = ReturnType<typeof within>;

/** Through the hidden field, as the system's picker would. */
export async function choose(canvas: Canvas, ...files: readonly File[]): Promise<void> {
  const button = await canvas.findByRole('button', { name: 'Attach files' });
  const field = button.nextElementSibling;
  if (!(field instanceof HTMLInputElement)) throw new Error('There is no field for files.');
  await userEvent.upload(field, [...files]);
}
