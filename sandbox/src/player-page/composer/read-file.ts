/** A file on its way to the sandbox. */
export interface AttachedFile {
  filename: string;
  contentType: string;
  /** Base64. */
  content: string;
}

export async function readFile(file: File): Promise<AttachedFile> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  const content = address.slice(address.indexOf(',') + 1);
  return { filename: file.name, contentType: file.type || 'application/octet-stream', content };
}
