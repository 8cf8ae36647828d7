import { resendWish } from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import { resendFailed } from '../store/outbox';

/**
 * Sends a message again that could not be delivered, if an agent asked for it on the bubble: that writes a key into the
 * message's attributes. Each key counts once, and only for a message that did fail.
 */
export async function heedResendWish(
  pool: Pool,
  conversationSid: string,
  message: { index: number; body: string | null; attributes: string; mediaCount: number },
): Promise<'again' | 'not asked'> {
  const wish = resendWish.safeParse(parse(message.attributes));
  if (!wish.success) return 'not asked';
  const isNew = await resendFailed(pool, conversationSid, message, wish.data.delivery.resend);
  return isNew ? 'again' : 'not asked';
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
