import type { Frame, Locator, Page } from 'playwright-core';

/** The part of Flex UI's API that the scenarios use. */
interface FlexGlobal {
  Twilio: {
    Flex: {
      Actions: { invokeAction(name: string, payload: object): Promise<void> };
      Manager: {
        getInstance(): {
          serviceConfiguration: { flex_instance_sid: string };
          store: { getState(): { flex: { worker: { tasks: Map<string, FlexTask> } } } };
        };
      };
    };
  };
}

interface FlexTask {
  workerSid: string;
  attributes: Record<string, string>;
  getParticipants(
    channelSid?: string,
  ): Promise<{ type: string; participantSid: string; routingProperties: { workerSid?: string } }[]>;
}

/** As much of Flex's own client as an agent's plugin would use here. */
interface FlexWindow {
  Twilio: {
    Flex: {
      Manager: {
        getInstance(): {
          conversationsClient: {
            getConversationBySid(sid: string): Promise<{
              getMessages(): Promise<{
                items: {
                  body: string | null;
                  remove(): Promise<unknown>;
                  updateBody(body: string): Promise<unknown>;
                }[];
              }>;
              sendMessage(text: string): Promise<unknown>;
            }>;
          };
        };
      };
    };
  };
}

/** What an agent does and sees, in the real Flex UI with the built plugin. */
export class AgentSide {
  constructor(private readonly page: Page | Frame) {}

  /** The desktop is there once it shows the agent's activity. */
  async isLoggedIn(): Promise<void> {
    await this.activityMenu().waitFor({ timeout: 60_000 });
  }

  async goes(activity: 'Available' | 'Offline'): Promise<void> {
    await this.activityMenu().click();
    await this.page.getByRole('menuitem', { name: activity }).click();
    await this.activityMenu().filter({ hasText: activity }).waitFor();
  }

  /** The card of a task in the list, by the player's name. */
  async seesTask(name: string): Promise<Locator> {
    const card = this.taskCards(name).first();
    await card.waitFor();
    return card;
  }

  async acceptsTask(name: string): Promise<void> {
    const card = await this.seesTask(name);
    await card
      .getByRole('button', { name: /accept/i })
      .first()
      .click();
    await this.page.getByTestId('message-input').waitFor();
  }

  async rejectsTask(name: string): Promise<void> {
    const card = await this.seesTask(name);
    await card
      .getByRole('button', { name: /reject|decline/i })
      .first()
      .click();
  }

  /** Leaves the chat that is open, by the action behind Flex UI's own menu: the conversation goes on without the agent. */
  async leavesChat(): Promise<void> {
    await this.page.evaluate(async () => {
      const { Flex } = (window as unknown as FlexGlobal).Twilio;
      const [task] = Flex.Manager.getInstance().store.getState().flex.worker.tasks.values();
      await Flex.Actions.invokeAction('LeaveChannel', { channelSid: task?.attributes.flexInteractionChannelSid });
    });
  }

  /** Transfers the one chat to a worker, by the action behind Flex UI's own directory. */
  async transfersTo(workerSid: string): Promise<void> {
    await this.page.evaluate(async (toSid) => {
      const { Flex } = (window as unknown as FlexGlobal).Twilio;
      const manager = Flex.Manager.getInstance();
      const [task] = manager.store.getState().flex.worker.tasks.values();
      if (!task) throw new Error('There is no task to transfer');
      const { flexInteractionSid: interactionSid, flexInteractionChannelSid: channelSid } = task.attributes;
      const participants = await task.getParticipants(channelSid);
      const own = participants.find(
        ({ type, routingProperties }) => type === 'agent' && routingProperties.workerSid === task.workerSid,
      );
      await Flex.Actions.invokeAction('StartChannelTransfer', {
        instanceSid: manager.serviceConfiguration.flex_instance_sid,
        interactionSid,
        channelSid,
        fromSid: own?.participantSid,
        toSid,
        conversationSid: task.attributes.conversationSid,
      });
    }, workerSid);
  }

  async writes(text: string): Promise<void> {
    await this.input().click();
    await this.input().pressSequentially(text);
    await this.page.getByTestId('send-message').click();
  }

  /** Begins to write, and sends nothing. */
  async beginsToWrite(text: string): Promise<void> {
    await this.input().click();
    await this.input().pressSequentially(text);
  }

  /** Puts a text in at once, as from the clipboard, and sends it. */
  async pastes(text: string): Promise<void> {
    await this.input().fill(text);
    await this.page.getByTestId('send-message').click();
  }

  /** A bubble of the transcript with this text. */
  async seesMessage(text: string | RegExp): Promise<Locator> {
    const bubble = this.page.locator('.Twilio-MessageListItem').filter({ hasText: text }).last();
    await bubble.waitFor();
    return bubble;
  }

  /** Opens a file of the transcript, as Flex UI does: in a window of its own. Returns what the agent gets. */
  async opensFile(filename: string): Promise<{ contentType: string; content: Buffer }> {
    const bubble = await this.seesMessage(filename);
    const page = 'context' in this.page ? this.page : this.page.page();
    const opened = page.context().waitForEvent('request', (request) => /media\.us1\.twilio\.com/.test(request.url()));
    await bubble.getByText(filename.replace(/\.\w+$/, ''), { exact: true }).click();
    const response = await page.context().request.get((await opened).url());
    return { contentType: response.headers()['content-type'] ?? '', content: await response.body() };
  }

  /** Attaches files to what is being written, by Flex UI's own button. */
  async attaches(...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    const page = 'context' in this.page ? this.page : this.page.page();
    const chooser = page.waitForEvent('filechooser');
    await this.page.getByTestId('attach-file').click();
    await (await chooser).setFiles(files);
  }

  /** The transcript as lines of author and text, oldest first. */
  async transcript(): Promise<{ author: string; text: string }[]> {
    return this.page.locator('.Twilio-MessageBubble').evaluateAll((bubbles) =>
      bubbles.map((bubble) => ({
        author: bubble.querySelector('.Twilio-MessageBubble-UserName')?.textContent ?? '',
        text: bubble.textContent ?? '',
      })),
    );
  }

  async selectsTask(name: string): Promise<void> {
    await (await this.seesTask(name)).click();
  }

  /** The card carries Discord's icon in Discord's colour. */
  async seesDiscordOn(card: Locator): Promise<void> {
    await card.locator('svg rect[fill="#5865F2"], svg [fill="#5865F2"]').first().waitFor();
  }

  async seesCase(number: string, status: 'Open' | 'Elevated' | 'Closed'): Promise<void> {
    await this.casePanel().getByText(`Case #${number}`).first().waitFor();
    await this.casePanel().getByRole('button', { name: status, pressed: true }).waitFor();
  }

  async seesInCase(text: string): Promise<void> {
    await this.casePanel().getByText(text).first().waitFor();
  }

  async setsCaseStatus(status: 'Open' | 'Elevated' | 'Closed'): Promise<void> {
    await this.casePanel().getByRole('button', { name: status }).click();
    await this.seesInCase('Status saved.');
  }

  async triesNote(text: string): Promise<void> {
    await this.casePanel().getByLabel('Add a note').fill(text);
    await this.casePanel().getByRole('button', { name: 'Add note' }).click();
  }

  async addsNote(text: string): Promise<void> {
    await this.triesNote(text);
    await this.seesInCase('Note added.');
  }

  async endsChat(): Promise<void> {
    await this.page.getByTestId('end-task-button').click();
  }

  /** Completes the task in wrap-up and says how its case stands, where that is asked; it leaves the list. */
  async completesTask(name: string, status: 'Open' | 'Elevated' | 'Closed' | undefined = undefined): Promise<void> {
    await this.page.getByRole('button', { name: 'Complete', exact: true }).click();
    await this.answersCompletion(name, status);
  }

  /** Goes back from another view to the tasks, by the action behind Flex UI's own side navigation. */
  async goesToTasks(): Promise<void> {
    await this.page.evaluate(async () => {
      const { Flex } = (window as unknown as FlexGlobal).Twilio;
      await Flex.Actions.invokeAction('NavigateToView', { viewName: 'agent-desktop' });
    });
  }

  /** The task has left the list. */
  async taskIsGone(name: string): Promise<void> {
    await this.taskCards(name).first().waitFor({ state: 'detached' });
  }

  /** Presses Complete in wrap-up and is asked how the case stands. */
  async isAskedOnCompletion(): Promise<void> {
    await this.page.getByRole('button', { name: 'Complete', exact: true }).click();
    await this.page.getByRole('dialog', { name: /how does it stand/ }).waitFor();
  }

  /** Answers how the case stands, where that is asked. Without a status nothing is changed. */
  async answersCompletion(name: string, status?: 'Open' | 'Elevated' | 'Closed'): Promise<void> {
    const question = this.page.getByRole('dialog', { name: /how does it stand/ });
    const gone = this.taskCards(name).first().waitFor({ state: 'detached' });
    await Promise.race([question.waitFor(), gone]);
    if (await question.isVisible()) {
      await question.getByRole('button', { name: status ?? 'Complete without a change', exact: true }).click();
    }
    await gone;
  }

  /** Opens the page of everything that players reported, from the side navigation. */
  async opensCasesView(): Promise<void> {
    await this.page
      .getByRole('button', { name: 'Cases' })
      .or(this.page.getByRole('link', { name: 'Cases' }))
      .first()
      .click();
    await this.casesView().waitFor();
  }

  async opensTab(name: 'Bugs and cases' | 'Contact List' | 'Ideas' | 'Fields and tags'): Promise<void> {
    await this.casesView().getByRole('tab', { name }).click();
  }

  /** Searches in the tab that is open and opens what has this number. */
  async finds(words: string, opens: string): Promise<void> {
    const search = this.casesView().getByRole('searchbox').and(this.page.locator(':visible'));
    await search.fill(words);
    await search.press('Enter');
    await this.casesView().getByRole('button', { name: opens }).click();
  }

  async seesInCasesView(text: string): Promise<Locator> {
    const found = this.casesView().getByText(text).and(this.page.locator(':visible')).first();
    await found.waitFor();
    return found;
  }

  async goesBackToTheList(): Promise<void> {
    await this.casesView().getByRole('button', { name: 'Back to the list' }).click();
  }

  private casesView(): Locator {
    return this.page.getByTestId('cases-view');
  }

  /** What a plugin does with Flex's own client: edits the agent's message, or deletes it. */
  async changesOwnMessage(conversationSid: string, body: string, to: string | undefined): Promise<void> {
    await this.page.evaluate(
      async ([sid, present, wanted]) => {
        const conversation = await (
          window as unknown as FlexWindow
        ).Twilio.Flex.Manager.getInstance().conversationsClient.getConversationBySid(sid);
        const { items } = await conversation.getMessages();
        const message = items.find((one) => one.body === present);
        await (wanted === undefined ? message?.remove() : message?.updateBody(wanted));
      },
      [conversationSid, body, to] as const,
    );
  }

  /** Says a text as it is, line breaks included, with Flex's own client. */
  async saysThroughSdk(conversationSid: string, body: string): Promise<void> {
    await this.page.evaluate(
      async ([sid, text]) => {
        const conversation = await (
          window as unknown as FlexWindow
        ).Twilio.Flex.Manager.getInstance().conversationsClient.getConversationBySid(sid);
        await conversation.sendMessage(text);
      },
      [conversationSid, body] as const,
    );
  }

  private input(): Locator {
    return this.page
      .locator('[data-testid="message-input"] [contenteditable="true"], textarea[data-testid="message-input"]')
      .first();
  }

  /** Cards by their first line: the second one names the server, which may hold the same word. */
  private taskCards(name: string): Locator {
    const firstLine = this.page.getByTestId('task-item-first-line').getByText(name, { exact: true });
    return this.page.getByTestId('task-item').filter({ has: firstLine });
  }

  private casePanel(): Locator {
    return this.page.getByTestId('case-panel');
  }

  private activityMenu(): Locator {
    return this.page.getByTestId('activity-dropdown-button');
  }
}
