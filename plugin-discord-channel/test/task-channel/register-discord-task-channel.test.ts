import type * as Flex from '@twilio/flex-ui';
import { registerDiscordTaskChannel } from '../../src/task-channel/register-discord-task-channel';
import { templateKeys } from '../../src/task-channel/task-templates';

/** As much of Flex as a task channel needs. The real one is exercised in the browser scenarios. */
function register() {
  const registered: Flex.TaskChannelDefinition[] = [];
  const manager = { strings: { TaskLineChatAssigned: 'LIVE', TaskHeaderStatusWrapup: 'WRAPUP', NoTasks: 'No tasks' } };
  const flex = {
    DefaultTaskChannels: {
      createChatTaskChannel: (configuration: object) => ({
        ...configuration,
        templates: { TaskCanvasHeader: { endButton: 'END' }, Supervisor: {} },
      }),
    },
    TaskListItem: { Content: { add: () => {} } },
    TaskChannels: { register: (definition: Flex.TaskChannelDefinition) => registered.push(definition) },
  };
  registerDiscordTaskChannel(flex as unknown as typeof Flex, manager as unknown as Flex.Manager);
  return { definition: registered[0], manager };
}

describe('registerDiscordTaskChannel', () => {
  it('names only templates that it has given to Flex, because Flex shows an unknown key as it is', () => {
    const { definition, manager } = register();
    const strings = manager.strings as Record<string, string>;
    const named = [
      definition?.templates?.IncomingTaskCanvas?.firstLine,
      definition?.templates?.IncomingTaskCanvas?.secondLine,
      definition?.templates?.TaskListItem?.firstLine,
      ...Object.values(definition?.templates?.TaskListItem?.secondLine ?? {}),
      definition?.templates?.TaskCanvasHeader?.title,
      ...Object.values(definition?.templates?.TaskCanvasHeader?.secondLine ?? {}),
      definition?.templates?.Supervisor?.TaskOverviewCanvas.firstLine,
    ];
    expect(named.map((key) => strings[String(key)])).not.toContain(undefined);
    expect(strings[templateKeys.livePlace]).toContain('LIVE');
  });

  it("keeps Flex's own strings and templates that it does not replace", () => {
    const { definition, manager } = register();
    expect(manager.strings.NoTasks).toBe('No tasks');
    expect(definition?.templates?.TaskCanvasHeader?.endButton).toBe('END');
  });
});
