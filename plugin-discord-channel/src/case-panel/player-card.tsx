import { Avatar } from '@twilio-paste/core/avatar';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import { playerOfTask } from '../task-channel/discord-player';
import { initialsName } from '../task-channel/initials-name';
import { isDiscordTask, type TaskLike } from '../task-channel/is-discord-task';
import type { TimedTask } from '../task-channel/task-times';
import { languageName } from './language-name';
import { plainName } from './plain-name';
import { TaskFacts } from './task-facts';
import type { FlexStore } from './use-last-message';
import { useLoadedImage } from './use-loaded-image';

export interface PlayerCardProps {
  task: TaskLike & TimedTask;
  store: FlexStore;
}

/** Who writes, from where, in what language, for how long, and what was said last: the head of a Discord task's panel. */
export const PlayerCard: React.FC<PlayerCardProps> = ({ task, store }) => {
  const player = isDiscordTask(task) ? playerOfTask(task) : undefined;
  const picture = useLoadedImage(player?.avatarUrl ?? null);
  if (!player) return null;
  const place = [player.guildName, player.locale && languageName(player.locale)].filter(Boolean).join(' · ');
  return (
    <Box
      as="section"
      aria-label={text('card.label')}
      data-testid="player-card"
      display="flex"
      flexDirection="column"
      rowGap="space40"
      padding="space70"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      borderBottomColor="colorBorderWeaker"
    >
      <Box display="flex" alignItems="center" columnGap="space40">
        <Avatar size="sizeIcon80" name={initialsName(player.displayName)} src={picture} />
        <Box minWidth="size0" overflow="hidden" overflowWrap="anywhere">
          <Text as="div" fontWeight="fontWeightSemibold">
            <bdi>{plainName(player.displayName)}</bdi>
          </Text>
          {player.username && (
            <Text as="div" color="colorTextWeak">
              <bdi>{`@${plainName(player.username)}`}</bdi>
            </Text>
          )}
          {place && (
            <Text as="div" color="colorTextWeak">
              <bdi>{plainName(place)}</bdi>
            </Text>
          )}
        </Box>
      </Box>
      <TaskFacts task={task} store={store} />
    </Box>
  );
};
