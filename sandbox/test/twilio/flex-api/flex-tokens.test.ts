import { createFlexTokens } from '../../../src/twilio/flex-api/flex-tokens';
import { createHandClock } from '../../hand-clock';

function setUp() {
  const clock = createHandClock();
  const tokens = createFlexTokens({ secret: 'secret', clock });
  const expiresAt = new Date(clock.now().getTime() + 60_000);
  return { clock, tokens, expiresAt };
}

test('a token tells its identity, roles and expiry', () => {
  const { tokens, expiresAt } = setUp();
  const token = tokens.issueToken('kim_40example_2Ecom', { roles: ['agent', 'wfo.full_access'], expiresAt });
  expect(token).toMatch(/^sandbox-token\.kim_40example_2Ecom\.[\w.-]+$/);
  expect(tokens.readToken(token)).toEqual({
    identity: 'kim_40example_2Ecom',
    roles: ['agent', 'wfo.full_access'],
    expiresAt,
  });
  expect(tokens.lifetimeOfToken(token)).toBe(60_000);
});

test('an expired token is worth nothing', () => {
  const { clock, tokens, expiresAt } = setUp();
  const token = tokens.issueToken('kim', { roles: ['agent'], expiresAt });
  clock.advance(60_000);
  expect(tokens.identityOfToken(token)).toBeUndefined();
  expect(tokens.lifetimeOfToken(token)).toBe(0);
});

test('nobody can give themselves another identity, role or life', () => {
  const { tokens, expiresAt } = setUp();
  const token = tokens.issueToken('kim', { roles: ['agent'], expiresAt });
  const roles = (...names: string[]) => Buffer.from(JSON.stringify(names)).toString('base64url');
  for (const forged of [
    token.replace('.kim.', '.noor.'),
    token.replace(roles('agent'), roles('admin')),
    token.replace(String(expiresAt.getTime()), String(expiresAt.getTime() + 1)),
    token.slice(0, -1),
    'sandbox-token.kim',
  ]) {
    expect(tokens.readToken(forged)).toBeUndefined();
  }
});
