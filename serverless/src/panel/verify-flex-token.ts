import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Who an agent's token belongs to. */
export interface FlexAgent {
  /** The Flex identity, such as `kim_40example_2Ecom`. */
  identity: string;
  /** As people know the agent: the e-mail address or name that the agent logs in with. */
  name: string;
  roles: readonly string[];
  /** TaskRouter's worker of the agent; undefined for somebody who takes no tasks. */
  workerSid?: string;
}

export type VerifyFlexToken = (token: string) => Promise<
  | { kind: 'valid'; agent: FlexAgent }
  | { kind: 'invalid' }
  /** Twilio could not be asked. */
  | { kind: 'unavailable'; reason: string }
>;

export interface VerifyFlexTokenDependencies {
  /** `validator` of twilio-flex-token-validator for this account: rejects with a text. */
  validate: (token: string) => Promise<unknown>;
  /** Milliseconds since 1970. */
  now: () => number;
}

const validation = z.object({
  valid: z.literal(true),
  expiration: z.string().optional(),
  realm_user_id: z.string().optional(),
  identity: z.string().min(1),
  roles: z.array(z.string()).default([]),
  worker_sid: z.string().nullish(),
});

/** A revoked token stays good for this long at most. In milliseconds. */
const maxCachedMs = 60_000;
const maxCachedTokens = 1_000;
/** The validator itself waits without an end. In milliseconds. */
const validationTimeoutMs = 4_000;
/** The validator tells network trouble and a refused token apart by nothing but their words. */
const trouble =
  /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|socket|certificate|TLS|JSON|Unexpected|timed out/i;

/**
 * Makes a check of Flex tokens that asks Twilio once a minute per token and not with every request. Only valid tokens
 * are remembered, by their hash, and never past their expiry.
 */
export function createFlexTokenVerifier({ validate, now }: VerifyFlexTokenDependencies): VerifyFlexToken {
  const known = new Map<string, { agent: FlexAgent; until: number }>();

  return async (token) => {
    const hash = createHash('sha256').update(token).digest('base64');
    const cached = known.get(hash);
    if (cached && cached.until > now()) return { kind: 'valid', agent: cached.agent };
    known.delete(hash);

    let answer: unknown;
    try {
      answer = await withinTime(validate(token));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return trouble.test(reason) ? { kind: 'unavailable', reason } : { kind: 'invalid' };
    }
    const validated = validation.safeParse(answer);
    if (!validated.success) return { kind: 'invalid' };
    const { identity, realm_user_id, roles, expiration, worker_sid } = validated.data;
    const expires = expiration === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiration);
    // A date that cannot be read expires at once.
    if (!(expires > now())) return { kind: 'invalid' };
    const agent = { identity, name: realm_user_id || identity, roles, ...(worker_sid && { workerSid: worker_sid }) };
    if (known.size >= maxCachedTokens) known.clear();
    known.set(hash, { agent, until: Math.min(expires, now() + maxCachedMs) });
    return { kind: 'valid', agent };
  };
}

async function withinTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the validation timed out')), validationTimeoutMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
