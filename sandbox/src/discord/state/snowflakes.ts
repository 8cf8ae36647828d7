import type { Snowflake } from 'discord-api-types/v10';

/** First millisecond of 2015. https://discord.com/developers/docs/reference#snowflakes */
const discordEpoch = 1_420_070_400_000;
const idsPerMillisecond = 4_096;

/**
 * Makes Discord ids: 42 bits of time since Discord's epoch, 22 bits below. Strictly rising, also when the clock
 * stands still or more than 4,096 are asked for in one millisecond.
 */
export function createSnowflakes(now: () => number): () => Snowflake {
  let time = 0;
  let increment = 0;
  return () => {
    const current = now();
    if (current > time) {
      time = current;
      increment = 0;
    } else if (++increment === idsPerMillisecond) {
      time += 1;
      increment = 0;
    }
    return ((BigInt(time - discordEpoch) << 22n) | BigInt(increment)).toString();
  };
}

/** Orders ids by age, the oldest first, as a comparator for sort. */
export function compareSnowflakes(left: Snowflake, right: Snowflake): number {
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}
