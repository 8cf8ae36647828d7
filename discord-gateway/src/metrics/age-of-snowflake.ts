import { SnowflakeUtil } from 'discord.js';

/**
 * Milliseconds since Discord made a message or interaction: its id carries the time. Never negative, also when the
 * clocks differ; undefined for what is no snowflake.
 * https://discord.com/developers/docs/reference#snowflakes
 */
export function ageOfSnowflake(id: string, now = Date.now()): number | undefined {
  return /^\d{15,20}$/.test(id) ? Math.max(0, now - SnowflakeUtil.timestampFrom(id)) : undefined;
}
