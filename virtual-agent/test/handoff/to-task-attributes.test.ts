import { type DiscordOrigin, discordTaskAttributes, maxTaskAttributesLength } from '@discord-channel/contracts';
import { toTaskAttributes } from '../../src/handoff/to-task-attributes';

const conversationSid = `CH${'0'.repeat(32)}`;
const openedCase = { id: '00000000-0000-4000-8000-000000000000', number: 1042 };
const origin: DiscordOrigin = {
  applicationId: '100000000000000001',
  guildId: '200000000000000001',
  guildName: 'Wumpus Quest',
  dmChannelId: '400000000000000001',
  userId: '300000000000000001',
  username: 'wumpus',
  displayName: 'Wumpus',
  avatarUrl: 'https://cdn.discordapp.example/avatars/1/2.png',
  locale: 'en-US',
};

test('the task carries who the player is, and the case', () => {
  const attributes = toTaskAttributes({ conversationSid, origin }, openedCase);
  expect(discordTaskAttributes.parse(attributes)).toEqual(attributes);
  expect(attributes).toMatchObject({ name: 'Wumpus', case: openedCase, discord: { avatarUrl: origin.avatarUrl } });
});

test('an address that is too long goes first; the names stay', () => {
  const avatarUrl = `https://cdn.discordapp.example/${'x'.repeat(900)}`;
  const { discord } = toTaskAttributes({ conversationSid, origin: { ...origin, avatarUrl } }, openedCase);
  expect(discord).toMatchObject({ avatarUrl: null, locale: 'en-US', guildName: 'Wumpus Quest' });
});

test('the worst names that Discord allows still fit', () => {
  const hostile = { ...origin, displayName: '"'.repeat(32), username: '\\'.repeat(32), guildName: '"'.repeat(100) };
  const attributes = toTaskAttributes({ conversationSid, origin: hostile }, openedCase);
  expect(JSON.stringify(attributes).length).toBeLessThanOrEqual(maxTaskAttributesLength);
  expect(attributes.name).toBe(hostile.displayName);
});
