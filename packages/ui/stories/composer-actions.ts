import { userEvent, type within } from 'storybook/test';

type Canvas = ReturnType<typeof within>;

export function input(canvas: Canvas): HTMLElement {
  return canvas.getByRole('textbox', { name: 'Message' });
}

/** Types a message and sends it. */
export async function ask(canvas: Canvas, text: string): Promise<void> {
  const field = await canvas.findByRole('textbox', { name: 'Message' });
  // On touch-only devices Enter inserts a line break.
  const isTouch = matchMedia('(pointer: coarse)').matches;
  await userEvent.type(field, isTouch ? text : `${text}{Enter}`);
  if (isTouch) await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
}
