import type { ViewedCommand } from '../../discord/players/player-view';

/** The beginning of a command, as long as nothing but its name is written: `/he` is, `/he is` and `a /he` are not. */
export function commandPrefix(draft: string): string | undefined {
  return /^\/(\S*)$/.exec(draft)?.[1];
}

/** Commands whose name begins so, in the player's language or as registered. */
export function matchCommands(commands: readonly ViewedCommand[], prefix: string): ViewedCommand[] {
  const wanted = prefix.toLowerCase();
  return commands.filter(({ name, label }) => label.startsWith(wanted) || name.startsWith(wanted));
}

/** The command that is written out in full and needs nothing more: Enter sends it. Tab opens its options. */
export function readyCommand(matches: readonly ViewedCommand[], prefix: string): ViewedCommand | undefined {
  return matches.find(
    ({ name, label, options }) => options.every(({ required }) => !required) && (label === prefix || name === prefix),
  );
}

/** What was filled in, ready to be sent, or the first option that is missing. */
export function readOptions(
  command: ViewedCommand,
  values: Readonly<Record<string, string>>,
): { kind: 'ready'; options: Record<string, string | number | boolean> } | { kind: 'missing'; option: string } {
  const options: Record<string, string | number | boolean> = {};
  for (const option of command.options) {
    const value = values[option.name]?.trim() ?? '';
    if (value === '') {
      if (option.required) return { kind: 'missing', option: option.name };
      continue;
    }
    const numeric = option.kind === 'number';
    options[option.name] = numeric ? Number(value) : option.kind === 'yes-no' ? value === 'true' : value;
  }
  return { kind: 'ready', options };
}
