/** Downloads a blob under a name. Its type is `application/octet-stream`, so that the browser does not open it. */
export function saveBlob(content: Blob, name: string): void {
  const url = URL.createObjectURL(content.slice(0, content.size, 'application/octet-stream'));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
