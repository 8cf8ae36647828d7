/** What agents call a file of this media type. */
export function fileKind(contentType: string): 'picture' | 'video' | 'audio' | 'file' {
  const [family] = contentType.split('/');
  if (family === 'image') return 'picture';
  return family === 'video' || family === 'audio' ? family : 'file';
}
