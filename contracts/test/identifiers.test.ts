import { conversationSid, isPlayerIdentity, playerIdentity, snowflake, virtualAgentAuthor } from '../src';

describe('the identity of a player', () => {
  it('is known again', () => {
    expect(isPlayerIdentity(playerIdentity('300000000000000001'))).toBe(true);
  });

  it('has none of the characters that Twilio refuses', () => {
    expect(playerIdentity('300000000000000001')).toMatch(/^[A-Za-z0-9_]+$/);
  });

  it.each([virtualAgentAuthor, 'kim_40example_2Ecom', 'discord_', 'discord_abc', 'discord_300000000000000001x', ''])(
    'is not that of anybody else: %j',
    (author) => {
      expect(isPlayerIdentity(author)).toBe(false);
    },
  );
});

describe('ids', () => {
  it.each(['1', 'abc', '300000000000000001 ', '-30000000000000001'])('refuse what is no snowflake: %j', (id) => {
    expect(snowflake.safeParse(id).success).toBe(false);
  });

  it('refuse the SID of something else', () => {
    expect(conversationSid.safeParse(`IM${'0'.repeat(32)}`).success).toBe(false);
    expect(conversationSid.safeParse(`CH${'0'.repeat(32)}`).success).toBe(true);
  });
});
