import type { SentFile } from '../files/attachment-store';
import { discordErrors } from './discord-error';

/** A message with files, as it is uploaded. */
export class Multipart {
  constructor(
    readonly payload: unknown,
    readonly files: readonly SentFile[],
  ) {}
}

/** What a bot may send without boosts of a server. https://docs.discord.com/developers/reference#uploading-files */
const largestFile = 10 * 1_024 * 1_024;
const maxFiles = 10;

/**
 * Reads `payload_json` and `files[n]`. Discord takes a message's fields as parts of their own too; no client sends that.
 * @throws DiscordError 40005 for a file that is too large, 50035 for a part that is none of these.
 */
export async function readMultipart(contentType: string, body: Buffer): Promise<Multipart> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw discordErrors.invalidForm({ _errors: [{ code: 'CONTENT_TYPE_INVALID', message: 'Not a form' }] });
    });
  const files: SentFile[] = [];
  let payload: unknown = {};
  for (const [name, part] of form) {
    if (name === 'payload_json') payload = readJson(String(part));
    else if (typeof part === 'string' || !/^files\[\d\]$/.test(name) || files.length === maxFiles)
      throw unknownPart(name);
    else if (part.size > largestFile) throw discordErrors.entityTooLarge();
    else {
      const content = Buffer.from(await part.arrayBuffer());
      const type = part.type || 'application/octet-stream';
      files.push({ filename: part.name, contentType: type, size: content.length, content });
    }
  }
  return new Multipart(payload, files);
}

function unknownPart(name: string) {
  return discordErrors.invalidForm({ [name]: { _errors: [{ code: 'UNKNOWN_PART', message: 'Unknown part' }] } });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw discordErrors.invalidJson();
  }
}
