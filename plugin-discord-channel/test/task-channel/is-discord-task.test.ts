import { isDiscordTask } from '../../src/task-channel/is-discord-task';

describe('isDiscordTask', () => {
  it.each([
    ['a Discord task', { attributes: { channelType: 'discord' } }, true],
    ['a wrapped Discord task', { source: { attributes: { channelType: 'discord' } } }, true],
    [
      'a wrapper with other attributes of its own',
      { attributes: {}, source: { attributes: { channelType: 'discord' } } },
      true,
    ],
    [
      'web chat, which is on the same task channel',
      { taskChannelUniqueName: 'chat', attributes: { channelType: 'web' } },
      false,
    ],
    ['a task channel that is merely called discord', { taskChannelUniqueName: 'discord', attributes: {} }, false],
    ['another spelling', { attributes: { channelType: 'Discord' } }, false],
    ['no channel type', { attributes: {} }, false],
    ['attributes that are text', { attributes: '{"channelType":"discord"}' }, false],
    ['attributes that are null', { attributes: null }, false],
    ['no attributes', {}, false],
    ['no task', undefined, false],
    ['a null task', null, false],
  ])('%s', (_name, task, expected) => {
    expect(isDiscordTask(task)).toBe(expected);
  });
});
