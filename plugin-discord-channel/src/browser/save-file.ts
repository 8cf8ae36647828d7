/** Has the browser save a text under a name, as a download. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then; a browser that still reads the address would get an empty file.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
