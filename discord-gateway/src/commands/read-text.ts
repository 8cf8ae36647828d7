import type { CommandCall } from '../inbound/read-dispatch';

/**
 * A text that the player gave, at most `limit` UTF-16 units of it; undefined for none, or one of white space only.
 * Discord has checked the length already, but of the release that registered the command.
 */
export function readText({ options }: CommandCall, name: string, limit: number): string | undefined {
  const value = options[name];
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text.length <= limit) return text || undefined;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
