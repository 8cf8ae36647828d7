import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../clock';

export interface FlexToken {
  identity: string;
  roles: readonly string[];
  expiresAt: Date;
}

/** Issues and reads the tokens that an agent's Flex holds. To everybody else a token is opaque. */
export interface FlexTokens {
  issueToken(identity: string, options: { roles: readonly string[]; expiresAt: Date }): string;
  /** What a token says; undefined when it is forged or has expired. */
  readToken(token: string): FlexToken | undefined;
  /** The agent behind a valid token. */
  identityOfToken(token: string): string | undefined;
  /** Milliseconds that a token is still good for; 0 for one that is not. */
  lifetimeOfToken(token: string): number;
}

/**
 * Tokens of the form `sandbox-token.<identity>.<expiry in ms>.<roles>.<signature>`, in characters that need no
 * escaping in a URL: clients put them into a WebSocket's query as they are.
 */
export function createFlexTokens({ secret, clock }: { secret: string; clock: Clock }): FlexTokens {
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');

  function readToken(token: string): FlexToken | undefined {
    const [kind, identity, expiry, roles, signature, ...rest] = token.split('.');
    if (kind !== 'sandbox-token' || !identity || !expiry || !roles || !signature || rest.length > 0) return undefined;
    const expected = Buffer.from(sign([kind, identity, expiry, roles].join('.')));
    const presented = Buffer.from(signature);
    if (expected.length !== presented.length || !timingSafeEqual(expected, presented)) return undefined;
    const expiresAt = new Date(Number(expiry));
    return expiresAt > clock.now() ? { identity, roles: decodeRoles(roles), expiresAt } : undefined;
  }

  return {
    issueToken(identity, { roles, expiresAt }) {
      const text = ['sandbox-token', identity, expiresAt.getTime(), encodeRoles(roles)].join('.');
      return `${text}.${sign(text)}`;
    },
    readToken,
    identityOfToken: (token) => readToken(token)?.identity,
    lifetimeOfToken: (token) => Math.max(0, (readToken(token)?.expiresAt.getTime() ?? 0) - clock.now().getTime()),
  };
}

const encodeRoles = (roles: readonly string[]) => Buffer.from(JSON.stringify(roles)).toString('base64url');

const decodeRoles = (text: string): readonly string[] => JSON.parse(Buffer.from(text, 'base64url').toString());
