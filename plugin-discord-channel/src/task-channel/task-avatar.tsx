import { Avatar } from '@twilio-paste/core/avatar';
import { Box } from '@twilio-paste/core/box';
import React from 'react';
import { useLoadedImage } from '../case-panel/use-loaded-image';
import { DiscordGlyph } from './discord-glyph';
import { playerOfTask } from './discord-player';
import { initialsName } from './initials-name';
import type { TaskLike } from './is-discord-task';

export interface TaskAvatarProps {
  task: TaskLike;
}

/** The player's picture, or initials, with Discord's sign at its corner: the icon of a Discord task in the list. */
export const TaskAvatar: React.FC<TaskAvatarProps> = ({ task }) => {
  const player = playerOfTask(task);
  const picture = useLoadedImage(player?.avatarUrl ?? null);
  if (!player) return <DiscordGlyph />;
  return (
    <Box position="relative" display="flex" data-testid="discord-task-avatar">
      <Avatar size="sizeIcon50" name={initialsName(player.displayName)} src={picture} />
      <span style={{ position: 'absolute', right: -4, bottom: -4, width: 14, height: 14, display: 'flex' }}>
        <DiscordGlyph size={14} />
      </span>
    </Box>
  );
};
