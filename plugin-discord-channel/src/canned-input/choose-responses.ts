import type { CannedResponse } from '@discord-channel/contracts';

/** More than this nobody looks through; another letter narrows it. */
const most = 20;

/**
 * The responses that fit what was typed, best first: shortcuts that begin so, then those that hold it, then labels.
 * One of the player's own server stands in front of the general one with the same shortcut.
 * @param guildId the server that the conversation belongs to; null for none
 */
export function chooseResponses(
  responses: readonly CannedResponse[],
  guildId: string | null,
  query: string,
): CannedResponse[] {
  const offered = responses.filter((one) => one.guildId === null || one.guildId === guildId);
  const own = new Set(offered.filter((one) => one.guildId !== null).map(({ shortcut }) => shortcut.toLowerCase()));
  const wanted = query.toLowerCase();
  const rank = ({ shortcut, label }: CannedResponse) => {
    const place = shortcut.toLowerCase().indexOf(wanted);
    if (place === 0) return 0;
    if (place > 0) return 1;
    return label?.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return offered
    .filter((one) => (one.guildId !== null || !own.has(one.shortcut.toLowerCase())) && rank(one) < 3)
    .sort((a, b) => rank(a) - rank(b) || a.shortcut.localeCompare(b.shortcut))
    .slice(0, most);
}
