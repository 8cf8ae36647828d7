import { FlexPlugin } from '@twilio/flex-plugin';
import type * as Flex from '@twilio/flex-ui';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { saveFile } from './browser/save-file';
import { createCannedMemory } from './canned-input/canned-memory';
import { registerCannedResponses } from './canned-input/register-canned-responses';
import type { NamedTask } from './case-panel/case-task';
import { registerCasePanel } from './case-panel/register-case-panel';
import { bindStatusKeys } from './case-panel/status-keys';
import { registerCasesView } from './cases-view/register-cases-view';
import { registerCompletionQuestion } from './completion/register-completion-question';
import { createArticleClient } from './functions-api/article-client';
import { createCannedClient } from './functions-api/canned-client';
import { createCaseWorkClient } from './functions-api/case-work-client';
import { createFindClient } from './functions-api/find-client';
import { readFunctionsUrl } from './functions-api/functions-url';
import { createKnowledgeClient } from './functions-api/knowledge-client';
import { createPanelClient } from './functions-api/panel-client';
import type { PostDependencies } from './functions-api/post-to-functions';
import { createSettingsClient } from './functions-api/settings-client';
import { createComposer } from './knowledge-panel/composer';
import { registerKnowledgeView } from './knowledge-view/register-knowledge-view';
import { openCaseFeed } from './live/case-feed';
import { connectSync } from './live/connect-sync';
import { registerAvatars } from './messages/register-avatars';
import { registerMessageExtras } from './messages/register-message-extras';
import { registerDiscordTaskChannel } from './task-channel/register-discord-task-channel';

/** Discord in Flex: how its tasks and messages look, the case panel for every task, views of all cases and ideas and of the knowledge base. */
export class DiscordChannelPlugin extends FlexPlugin {
  constructor() {
    super('plugin-discord-channel');
  }

  /** Called by Flex once, after login. */
  override init(flex: typeof Flex, manager: Flex.Manager): void {
    // Without it Paste's components find no theme and render unstyled; every plugin that uses Paste sets the same.
    flex.setProviders({ PasteThemeProvider: CustomizationProvider });
    const connection: PostDependencies = {
      readConnection: () => ({
        functionsUrl: readFunctionsUrl(manager.configuration),
        token: manager.user.token,
      }),
      fetch: (input, init) => fetch(input, init),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    };
    // Drafts live as long as the page, and are the same wherever a case is shown.
    const panel = {
      client: createPanelClient(connection),
      work: createCaseWorkClient(connection),
      knowledge: createKnowledgeClient(connection),
      composer: createComposer({ actions: flex.Actions, store: manager.store, wait: connection.wait }),
      feed: openCaseFeed({ open: connectSync(manager), wait: connection.wait }),
      settings: createSettingsClient(connection),
      drafts: new Map<string, string>(),
      createId: () => crypto.randomUUID(),
      statusKeys: bindStatusKeys(flex),
      desk: {
        tasks: () => [...manager.store.getState().flex.worker.tasks.values()],
        open: ({ taskSid }: NamedTask) => {
          const { tasks } = manager.store.getState().flex.worker;
          const reservationSid = [...tasks].find(([, task]) => task.taskSid === taskSid)?.[0];
          if (reservationSid !== undefined) flex.Actions.invokeAction('SelectTask', { sid: reservationSid });
          flex.Actions.invokeAction('NavigateToView', { viewName: 'agent-desktop' });
        },
      },
      me: () => ({ identity: manager.user.identity, roles: manager.user.roles }),
      store: manager.store,
    };
    registerDiscordTaskChannel(flex, manager);
    const readTasks = () => manager.store.getState().flex.worker.tasks.values();
    registerMessageExtras(flex, readTasks);
    registerAvatars(flex, readTasks);
    registerCasePanel(flex, panel);
    registerCompletionQuestion(flex, panel.client);
    registerCasesView(flex, { ...panel, find: createFindClient(connection) });
    const canned = createCannedClient(connection);
    registerCannedResponses(flex, { memory: createCannedMemory(canned, Date.now), tasks: panel.desk.tasks });
    registerKnowledgeView(flex, {
      articles: createArticleClient(connection),
      canned,
      me: panel.me,
      createId: panel.createId,
      saveFile,
    });
  }
}
