import { virtualAgentAuthor } from '@discord-channel/contracts';
import { isInDiscord } from '../../src/outbound/is-in-discord';

const greeting = JSON.stringify({ origin: 'notice', key: 'greeting:1', alreadyInDiscord: true });
const player = JSON.stringify({ origin: 'player', discord: { messageId: '1573511247096184832' } });

test.each<[string, string, string, boolean]>([
  ['what a player wrote', 'discord_300000000000000001', player, true],
  ['what a player wrote, whatever its attributes', 'discord_300000000000000001', '{}', true],
  ['the greeting that the player has read', virtualAgentAuthor, greeting, true],
  ['an answer of the virtual agent', virtualAgentAuthor, '{}', false],
  ['an agent with the attributes of the greeting', 'kim', greeting, false],
  ['an agent with the attributes of a player', 'kim', player, false],
  ['an identity that only begins like a player’s', 'discord_moderator', '{}', false],
])('%s', (_name, author, attributes, wanted) => {
  expect(isInDiscord({ author, attributes })).toBe(wanted);
});
