import { FlexPlugin } from '@twilio/flex-plugin';
import type * as Flex from '@twilio/flex-ui';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { registerCasePanel } from './case-panel/register-case-panel';
import { readFunctionsUrl } from './functions-api/functions-url';
import { createPanelClient } from './functions-api/panel-client';
import { registerAvatars } from './messages/register-avatars';
import { registerMessageExtras } from './messages/register-message-extras';
import { registerDiscordTaskChannel } from './task-channel/register-discord-task-channel';

/** Discord in Flex: how its tasks and messages look, and the case panel for every task. */
export class DiscordChannelPlugin extends FlexPlugin {
  constructor() {
    super('plugin-discord-channel');
  }

  /** Called by Flex once, after login. */
  override init(flex: typeof Flex, manager: Flex.Manager): void {
    // Without it Paste's components find no theme and render unstyled; every plugin that uses Paste sets the same.
    flex.setProviders({ PasteThemeProvider: CustomizationProvider });
    const client = createPanelClient({
      readConnection: () => ({
        functionsUrl: readFunctionsUrl(manager.configuration),
        token: manager.user.token,
      }),
      fetch: (input, init) => fetch(input, init),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    });
    registerDiscordTaskChannel(flex, manager);
    registerMessageExtras(flex);
    registerAvatars(flex, () => manager.store.getState().flex.worker.tasks.values());
    registerCasePanel(flex, client, manager.store);
  }
}
