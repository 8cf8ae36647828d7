import type { ResendWish } from '@discord-channel/contracts';
import { useState } from 'react';
import type { MessageLike } from './read-message-extras';

export interface Resend {
  /** True from the press until Flex has told the relay; the message itself says so from then on. */
  sending: boolean;
  /** The wish did not get through. */
  failed: boolean;
  /** Undefined for a message that cannot be written to. */
  resend?: () => void;
}

/**
 * Asks for a message to be sent again, by a key in its attributes: the relay hears of the update and counts each key
 * once, so pressing twice sends once.
 */
export function useResend(source: MessageLike): Resend {
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle');
  const { updateAttributes } = source;
  const ask = async () => {
    setState('sending');
    const attributes = isObject(source.attributes) ? source.attributes : {};
    const delivery = isObject(attributes.delivery) ? attributes.delivery : {};
    const wish: ResendWish['delivery'] = { state: 'failed', resend: `${Date.now()}` };
    try {
      await updateAttributes?.call(source, { ...attributes, delivery: { ...delivery, ...wish } });
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return {
    sending: state === 'sending',
    failed: state === 'failed',
    resend: updateAttributes && (() => void ask()),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
