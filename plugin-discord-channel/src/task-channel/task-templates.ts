import { text } from '../strings/text';

/** Keys under which the templates are kept in `manager.strings`; a task channel definition names templates by key only. */
export const templateKeys = {
  title: 'DiscordChannelTaskTitle',
  notification: 'DiscordChannelTaskNotification',
  name: 'DiscordChannelTaskName',
  place: 'DiscordChannelTaskPlace',
  livePlace: 'DiscordChannelTaskLivePlace',
  timedPlace: 'DiscordChannelTaskTimedPlace',
  wrapupPlace: 'DiscordChannelTaskWrapupPlace',
} as const;

/**
 * The lines of a Discord task as templates of Flex (Handlebars). What players wrote gets in as template *values* only,
 * which Handlebars escapes; it never becomes part of a template.
 * @param own Flex's own templates: a running chat's second line (duration, typing, last message), and the wrap-up's
 */
export function createTaskTemplates(own: {
  live: string;
  wrapup: string;
}): Record<(typeof templateKeys)[keyof typeof templateKeys], string> {
  const name = either('task.attributes.discord.displayName', '{{task.defaultFrom}}');
  const server = either('task.attributes.discord.guildName', text('task.no-server'));
  const caseNumber = text('task.case', { number: '{{task.attributes.case.number}}' });
  const place = `${server}{{#if task.attributes.case.number}} · ${caseNumber}{{/if}}`;
  return {
    [templateKeys.title]: text('task.title'),
    [templateKeys.notification]: text('task.notification', { name }),
    [templateKeys.name]: name,
    [templateKeys.place]: place,
    [templateKeys.livePlace]: `${place} | ${own.live}`,
    [templateKeys.timedPlace]: `${place} | {{helper.durationSinceUpdate}}`,
    [templateKeys.wrapupPlace]: `${place} | ${own.wrapup}`,
  };
}

function either(path: string, otherwise: string): string {
  return `{{#if ${path}}}{{${path}}}{{else}}${otherwise}{{/if}}`;
}
