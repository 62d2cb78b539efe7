/** Opens the person's last message for editing, as the button beside it does; nothing where it cannot be edited now. */
export function editLastMessage(input: HTMLTextAreaElement | null): void {
  const thread = input?.closest('[data-slot="thread"]');
  const buttons = thread?.querySelectorAll<HTMLElement>('[data-role="user"] [data-action="edit"]') ?? [];
  [...buttons].at(-1)?.click();
}
