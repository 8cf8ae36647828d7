import type * as Flex from '@twilio/flex-ui';
import { registerAvatars } from '../../src/messages/register-avatars';

const task = (avatarUrl: string | null) => ({
  attributes: { channelType: 'discord', discord: { userId: '42', displayName: 'Wumpus', avatarUrl } },
});

function avatarOf(identity: string, avatarUrl: string | null, before?: (identity: string) => string): string {
  const defaultProps: { avatarCallback?: (identity: string) => string } = { avatarCallback: before };
  registerAvatars({ MessagingCanvas: { defaultProps } } as unknown as typeof Flex, () => [task(avatarUrl)]);
  return defaultProps.avatarCallback?.(identity) ?? 'none';
}

test('a bubble of the player shows the picture of the player', () => {
  expect(avatarOf('discord_42', 'https://cdn.example.com/a.png')).toBe('https://cdn.example.com/a.png');
});

test.each([
  ['another author', 'discord_43', 'https://cdn.example.com/a.png'],
  ['a player without a picture', 'discord_42', null],
  ['an address that is no picture on the web', 'discord_42', 'javascript:alert(1)'],
])('%s has none, unless another plugin knows one', (_name, identity, url) => {
  expect(avatarOf(identity, url)).toBe('');
  expect(avatarOf(identity, url, (asked) => `theirs:${asked}`)).toBe(`theirs:${identity}`);
});
