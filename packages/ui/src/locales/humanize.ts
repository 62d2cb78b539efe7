/**
 * `rollback_release` → "rollback release", `changeTheme` → "change theme", `getURLInfo` → "get URL info". Two underscores separate
 * the server of a tool from its name: `files__read_text_file` → "files: read text file".
 */
export function humanize(name: string): string {
  return name.split('__').map(toWords).filter(Boolean).join(': ');
}

function toWords(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
}
