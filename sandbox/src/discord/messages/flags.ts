import { discordErrors } from '../rest/discord-error';

/** @throws DiscordError 50035 for a flag that may not be set here. */
export function allowOnlyFlags(flags: number | null | undefined, allowed: number): void {
  if (((flags ?? 0) & ~allowed) === 0) return;
  throw discordErrors.invalidForm({
    flags: { _errors: [{ code: 'MESSAGE_FLAGS_INVALID', message: 'A flag is set that cannot be set here.' }] },
  });
}
