import type * as Flex from '@twilio/flex-ui';
import React from 'react';
import { DiscordGlyph, discordColor } from './discord-glyph';
import { isDiscordTask, type TaskLike } from './is-discord-task';
import { TaskAvatar } from './task-avatar';
import { createTaskTemplates, templateKeys } from './task-templates';
import { WaitingTime } from './waiting-time';

const { title, notification, name, place, livePlace, timedPlace, wrapupPlace } = templateKeys;

/**
 * Gives Discord's tasks their icon, colour and lines. Flex's own chat definition matches the task channel "chat",
 * which Discord shares with web chat; ours is asked first and matches our own attribute, so others stay as they are.
 */
export function registerDiscordTaskChannel(flex: typeof Flex, manager: Flex.Manager): void {
  const { TaskLineChatAssigned: live, TaskHeaderStatusWrapup: wrapup } = manager.strings;
  manager.strings = { ...manager.strings, ...createTaskTemplates({ live, wrapup }) };

  const definition = flex.DefaultTaskChannels.createChatTaskChannel({
    name: 'discord',
    isApplicable: isDiscordTask,
    icon: <DiscordGlyph />,
    iconActive: <DiscordGlyph />,
    color: discordColor,
    reservedTemplate: title,
    notificationTitleTemplate: notification,
    browserNotificationTitleTemplate: notification,
  });
  const { templates } = definition;
  // Flex takes the active one for the selected task.
  const avatar = (task: TaskLike) => <TaskAvatar task={task} />;
  definition.icons = { ...definition.icons, list: avatar, active: avatar };
  const listLine = { ...inEveryStatus(place), Accepted: livePlace, Assigned: livePlace, Wrapping: wrapupPlace };
  const headerLine = { ...inEveryStatus(place), Accepted: timedPlace, Assigned: timedPlace, Wrapping: wrapupPlace };
  definition.templates = {
    ...templates,
    IncomingTaskCanvas: { ...templates?.IncomingTaskCanvas, firstLine: name, secondLine: place },
    TaskListItem: { ...templates?.TaskListItem, firstLine: name, secondLine: listLine },
    TaskCanvasHeader: { ...templates?.TaskCanvasHeader, title: name, secondLine: headerLine },
    TaskCard: { ...templates?.TaskCard, firstLine: name, secondLine: place },
    Supervisor: {
      ...templates?.Supervisor,
      TaskCanvasHeader: { ...templates?.Supervisor?.TaskCanvasHeader, title: name, secondLine: headerLine },
      TaskOverviewCanvas: { firstLine: name, secondLine: place },
    },
  };
  flex.TaskChannels.register(definition);
  flex.TaskListItem.Content.add(<WaitingTime key="discord-channel-waiting-time" />, {
    sortOrder: 100,
    if: ({ task }: { task?: TaskLike }) => isDiscordTask(task),
  });
}

function inEveryStatus(line: string): Flex.TaskStatusBasedTypeBase<string> {
  return {
    Pending: line,
    Reserved: line,
    Accepted: line,
    Assigned: line,
    Wrapping: line,
    Completed: line,
    Canceled: line,
  };
}
