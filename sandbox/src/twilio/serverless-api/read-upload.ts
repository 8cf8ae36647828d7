import { invalidParameter } from '../rest/twilio-rest-error';

export interface Upload {
  path: string;
  visibility: 'public' | 'protected' | 'private';
  contentType: string;
  content: Buffer;
}

const visibilities = ['public', 'protected', 'private'] as const;

/** What Twilio takes in one upload of a Function's code. https://www.twilio.com/docs/serverless/api/resource/function-version */
const largestContent = { Functions: 1024 * 1024, Assets: 25 * 1024 * 1024 };
const longestPath = 255;

/**
 * Reads the multipart body by which a version of a Function or Asset is uploaded.
 * @throws TwilioRestError for a part that is missing, unknown or wrong, as the upload host refuses it.
 */
export async function readUpload(
  kind: keyof typeof largestContent,
  contentType: string,
  body: Buffer,
): Promise<Upload> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw invalidParameter('The body is not multipart/form-data');
    });
  for (const name of form.keys()) {
    if (!['Path', 'Visibility', 'Content'].includes(name)) throw invalidParameter(`Unknown part ${name}`);
  }
  const path = form.get('Path');
  // The two deploy tools write it differently: `protected` and `Protected`.
  const visibility = visibilities.find((known) => known === String(form.get('Visibility')).toLowerCase());
  const content = form.get('Content');
  if (typeof path !== 'string' || !isServable(path)) throw invalidParameter(`Path "${path}" cannot be served`);
  if (!visibility) throw invalidParameter('Visibility must be public, protected or private');
  if (content === null || typeof content === 'string') throw invalidParameter('Content must be a file');
  if (content.size > largestContent[kind]) throw invalidParameter(`Content is larger than ${largestContent[kind]} B`);
  return { path, visibility, contentType: content.type, content: Buffer.from(await content.arrayBuffer()) };
}

/** URL-safe characters after a slash, and no `..` that would lead elsewhere. */
function isServable(path: string): boolean {
  return path.length <= longestPath && /^\/[\w/.~-]*$/.test(path) && !path.split('/').includes('..');
}
