import type * as Flex from '@twilio/flex-ui';
import { playerOfTask } from '../task-channel/discord-player';
import type { TaskLike } from '../task-channel/is-discord-task';

type AvatarCallback = (identity: string) => string;

/**
 * Shows a player's picture beside the player's bubbles. Flex asks by the author's identity only, so the agent's tasks
 * are looked through for its player. Other authors are left to whoever answered before.
 */
export function registerAvatars(flex: typeof Flex, readTasks: () => Iterable<TaskLike>): void {
  const { defaultProps } = flex.MessagingCanvas;
  const before = defaultProps.avatarCallback as AvatarCallback | undefined;
  defaultProps.avatarCallback = (identity: string) => avatarOf(identity, readTasks()) ?? before?.(identity) ?? '';
}

function avatarOf(identity: string, tasks: Iterable<TaskLike>): string | undefined {
  for (const task of Array.from(tasks)) {
    const player = playerOfTask(task);
    if (player?.userId === undefined || `discord_${player.userId}` !== identity) continue;
    if (player.avatarUrl !== null && /^https:\/\//i.test(player.avatarUrl)) return player.avatarUrl;
  }
  return undefined;
}
