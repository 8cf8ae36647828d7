import type { DiscordSnapshot } from '../discord';
import type { TwilioSnapshot } from '../twilio/create-twilio';

/** What stands in the conversations, by who wrote it, oldest first. */
export function seenByAgents({ conversations }: TwilioSnapshot): Map<string, string[]> {
  const seen = new Map<string, string[]>();
  for (const { author, body } of conversations.flatMap(({ messages }) => messages)) {
    const texts = seen.get(author);
    if (texts) texts.push(body ?? '');
    else seen.set(author, [body ?? '']);
  }
  return seen;
}

/** What others wrote into each player's DM, oldest first. */
export function seenByPlayers({ channels }: DiscordSnapshot): Map<string | null, string[]> {
  return new Map(
    channels.map(({ playerId, messages }) => [
      playerId,
      messages.filter(({ author }) => author.id !== playerId).map(({ content }) => content),
    ]),
  );
}
