import { en } from '../strings/en';
import { type TextKey, text } from '../strings/text';

/** A channel as agents call it; its own name where we have no word for it. */
export function channelLabel(channel: string): string {
  const key = `channel.${channel}`;
  return Object.hasOwn(en, key) ? text(key as TextKey) : channel;
}
