import { z } from 'zod';
import { cleanText } from '../inbound/clean-text';
import type { MessageFile } from './conversations-api';

const describedFile = z.object({
  sid: z.string().regex(/^ME[0-9a-fA-F]{32}$/),
  filename: z.string().nullish(),
  content_type: z.string().nullish(),
  size: z.number().nullish(),
});

/** What a message's resource says of its files. https://www.twilio.com/docs/conversations/api/conversation-message-resource */
export function messageFiles(media: readonly unknown[] | null): MessageFile[] {
  return (media ?? []).map((one) => {
    const { sid, filename, content_type: contentType, size } = describedFile.parse(one);
    const name = cleanText(filename ?? '')
      .replace(/[\s\p{Cc}\p{Cf}/\\]+/gu, ' ')
      .trim();
    return { sid, name: name || 'file', contentType: contentType || 'application/octet-stream', size: size ?? 0 };
  });
}
