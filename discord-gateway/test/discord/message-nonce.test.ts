import { messageNonce } from '../../src/discord/message-nonce';

test('a nonce is the same for every attempt, another for every part, and as long as Discord allows', () => {
  const nonce = messageNonce('IM0', 0);
  expect(messageNonce('IM0', 0)).toBe(nonce);
  expect(new Set([nonce, messageNonce('IM0', 1), messageNonce('IM1', 0)]).size).toBe(3);
  expect(nonce).toHaveLength(25);
});
