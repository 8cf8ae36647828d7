import type { CaseStatus } from '@discord-channel/contracts';
import type * as Flex from '@twilio/flex-ui';
import { text } from '../strings/text';

/** Tells the panel that is open which status a key asked for. */
export interface StatusKeys {
  /** @returns what ends the listening */
  listen: (onStatus: (status: CaseStatus) => void) => () => void;
}

/** Together with Ctrl and Shift, as all keys of Flex. It uses 1 and letters itself, browsers use letters. */
const keys: ReadonlyArray<readonly [key: string, status: CaseStatus]> = [
  ['7', 'open'],
  ['8', 'elevated'],
  ['9', 'closed'],
];
const throttleMs = 300;

/** Binds a key to each status, in Flex's own list of keyboard shortcuts. A key that somebody else has bound is left alone. */
export function bindStatusKeys({ KeyboardShortcutManager }: Pick<typeof Flex, 'KeyboardShortcutManager'>): StatusKeys {
  const listeners = new Set<(status: CaseStatus) => void>();
  const taken = KeyboardShortcutManager.keyboardShortcuts ?? {};
  for (const [key, status] of keys.filter(([name]) => !Object.hasOwn(taken, name))) {
    KeyboardShortcutManager.addShortcuts({
      [key]: {
        name: text(`key.${status}`),
        throttle: throttleMs,
        action: () => {
          for (const onStatus of listeners) onStatus(status);
        },
      },
    });
  }
  return {
    listen(onStatus) {
      listeners.add(onStatus);
      return () => listeners.delete(onStatus);
    },
  };
}
