import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Route } from 'playwright-core';
import { ContactListSide } from '../sides/contact-list-side';
import { KnowledgeSide } from '../sides/knowledge-side';
import { KnowledgeViewSide } from '../sides/knowledge-view-side';
import type { Stage } from './open-stage';

export interface Screen {
  /** Name of the picture and of the test. */
  name: string;
  /** The page that is looked at. */
  on: keyof Stage['pages'];
  /** Goes there from the screen before. */
  show: (stage: Stage) => Promise<unknown>;
}

/** Every screen of ours, in the order of one tour: each goes on where the one before it stopped. Add a line for a new one. */
export const screens: readonly Screen[] = [
  { name: 'demo', on: 'demo', show: ({ pages }) => pages.demo.locator('#agent').waitFor() },
  { name: 'player-channel', on: 'player', show: ({ player }) => player.openServerChannel('customer-service') },
  { name: 'player-commands', on: 'player', show: ({ player }) => player.types('/') },
  { name: 'player-command-form', on: 'player', show: ({ player }) => player.choosesCommand('/language') },
  {
    name: 'player-form',
    on: 'player',
    show: async ({ player }) => {
      await player.leavesCommand();
      await player.openServerChannel('bug-report');
      await player.runCommand('/bug');
      await player.seesForm('Report a bug');
    },
  },
  {
    name: 'player-report',
    on: 'player',
    show: async ({ player }) => {
      await player.submitsForm('Report a bug', { Title: 'The map crashes', 'What happened?': 'It closes at once.' });
      await player.sees('Known Issues Page');
    },
  },
  {
    name: 'player-notice',
    on: 'player',
    show: async ({ player }) => {
      await player.openServerChannel('customer-service');
      await player.runCommand('/helpme');
      await player.seesNotification();
    },
  },
  {
    name: 'player-buttons',
    on: 'player',
    show: async ({ player }) => {
      await player.openNewDirectMessage();
      await player.write('i think i forgot my password');
      await player.offeredButtons();
    },
  },
  {
    name: 'player-article',
    on: 'player',
    show: async ({ player }) => {
      await player.press('Reset Password');
      await player.sees('Suggested Article: Reset Password');
    },
  },
  { name: 'flex-no-task', on: 'agent', show: ({ agent }) => agent.goes('Available') },
  {
    name: 'flex-incoming-task',
    on: 'agent',
    show: async ({ player, agent, scripted }) => {
      await player.write('i want to talk to a human');
      await agent.seesTask(scripted.name);
    },
  },
  {
    name: 'flex-loading',
    on: 'agent',
    show: async (stage) => {
      await answer(stage, 'get-case', () => new Promise(() => {}));
      await stage.agent.acceptsTask(stage.scripted.name);
      await stage.agent.seesInCase('Loading the case');
    },
  },
  {
    name: 'flex-session-over',
    on: 'agent',
    show: async (stage) => {
      const message = 'Your Flex session is not valid any more. Log in again.';
      await answer(stage, 'get-case', refuse(401, 'invalid-token', message));
      await reopen(stage);
      await stage.agent.seesInCase(message);
    },
  },
  {
    name: 'flex-forbidden',
    on: 'agent',
    show: async (stage) => {
      const message = 'Cases are open to agents, supervisors and administrators.';
      await answer(stage, 'get-case', refuse(403, 'forbidden', message));
      await reopen(stage);
      await stage.agent.seesInCase(message);
    },
  },
  {
    name: 'flex-no-case',
    on: 'agent',
    show: async (stage) => {
      await answer(stage, 'get-case', refuse(404, 'case-not-found', 'There is no case for this task.'));
      await reopen(stage);
      await stage.agent.seesInCase('There is no case for this task');
    },
  },
  {
    name: 'flex-case',
    on: 'agent',
    show: async (stage) => {
      await answerAgain(stage, 'get-case');
      await reopen(stage);
      await stage.agent.seesInCase(stage.scripted.name);
      await stage.agent.seesMessage('Suggested Article');
    },
  },
  {
    name: 'flex-note-failed',
    on: 'agent',
    show: async (stage) => {
      await answer(stage, 'add-case-note', refuse(503, 'unavailable', 'Cases cannot be reached at the moment.'));
      await stage.agent.triesNote('The link was sent; the player reports back tomorrow.');
      await stage.agent.seesInCase('The note was not added');
    },
  },
  {
    name: 'flex-note',
    on: 'agent',
    show: async (stage) => {
      await answerAgain(stage, 'add-case-note');
      await stage.agent.addsNote('The link was sent; the player reports back tomorrow.');
    },
  },
  {
    name: 'flex-case-elevated',
    on: 'agent',
    show: async ({ agent, caseSide }) => {
      await agent.setsCaseStatus('Elevated');
      await caseSide.fills({ 'Reason for elevating': 'A streamer with many viewers' });
    },
  },
  {
    name: 'flex-case-reason',
    on: 'agent',
    show: async ({ caseSide }) => {
      await caseSide.saves('Save reason');
      await caseSide.sees('Reason for elevating: A streamer with many viewers');
    },
  },
  {
    name: 'player-card',
    on: 'player',
    show: async ({ player }) => (await player.sees('Who looks after it')).scrollIntoViewIfNeeded(),
  },
  {
    name: 'flex-case-edit',
    on: 'agent',
    show: async ({ caseSide }) => {
      await caseSide.presses('Edit case');
      await caseSide.addsWord('Tags', 'vip');
    },
  },
  {
    name: 'flex-case-edit-failed',
    on: 'agent',
    show: async ({ caseSide }) => {
      await caseSide.fills({ Subject: '' });
      await caseSide.presses('Save');
      await caseSide.sees('A case needs a subject.');
    },
  },
  {
    name: 'flex-case-history',
    on: 'agent',
    show: async ({ caseSide }) => {
      await caseSide.presses('Cancel');
      await caseSide.opensTab('History');
      await caseSide.sees('The case was opened');
    },
  },
  {
    name: 'flex-knowledge-tab',
    on: 'agent',
    show: async ({ pages }) => {
      const knowledge = new KnowledgeSide(pages.agent);
      await knowledge.opens();
      await knowledge.searches('i forgot my password');
      await knowledge.sees('Reset Password');
    },
  },
  {
    name: 'flex-new-case',
    on: 'agent',
    show: async ({ caseSide }) => {
      await caseSide.presses('Add New Case');
      await caseSide.presses('Open case');
      await caseSide.sees('Write what it is about.');
    },
  },
  {
    name: 'flex-contact-edit',
    on: 'agent',
    show: async ({ caseSide }) => {
      await caseSide.presses('Cancel');
      await caseSide.opensTab('Contact');
      await caseSide.presses('Edit contact');
      await caseSide.addsWord('Labels', 'streamer');
    },
  },
  {
    name: 'flex-not-delivered',
    on: 'agent',
    show: async ({ agent, scripted }) => {
      await agent.writes('I have sent you a link to set a new password.');
      await scripted.seesText('I have sent you a link');
      await scripted.allowsDirectMessages(false);
      await agent.writes('Does it work?');
      await agent.seesMessage('Not delivered');
      await scripted.allowsDirectMessages(true);
    },
  },
  {
    name: 'flex-after-end',
    on: 'agent',
    show: async ({ agent, player }) => {
      await agent.endsChat();
      await player.sees('This chat has ended.');
    },
  },
  {
    name: 'flex-complete',
    on: 'agent',
    show: ({ agent }) => agent.isAskedOnCompletion(),
  },
  {
    name: 'player-after-end',
    on: 'player',
    show: ({ agent, scripted }) => agent.answersCompletion(scripted.name, 'Closed'),
  },
  { name: 'player-rating', on: 'player', show: ({ player }) => player.sees('how satisfied are you?') },
  {
    name: 'player-rated',
    on: 'player',
    show: async ({ player }) => {
      await player.press('4');
      await player.sees('You gave it 4 out of 5.');
    },
  },
  {
    name: 'player-mycases',
    on: 'player',
    show: async ({ player }) => {
      await player.runCommand('/mycases');
      await player.sees('Your cases');
    },
  },
  {
    name: 'player-reminder',
    on: 'player',
    show: async ({ control, player, scripted }) => {
      // A second without news, of a case that is opened now.
      await control.killWorker({ CASE_REMINDER_HOURS: String(1 / 3_600) });
      const { discord } = await control.state();
      const bugReport = discord.channels.find(({ name }) => name === 'bug-report')?.id ?? '';
      await scripted.runs('bug', bugReport, { title: 'The bridge is gone', description: 'Since Monday' });
      await player.sees('Is it solved?');
      await control.killWorker();
    },
  },
  {
    name: 'player-reminded',
    on: 'player',
    show: async ({ player }) => {
      await player.press('Still a problem');
      await player.sees('so our team looks at it with priority');
    },
  },
  {
    name: 'flex-contacts',
    on: 'agent',
    show: async ({ agent, pages, scripted }) => {
      await agent.opensCasesView();
      await agent.opensTab('Contact List');
      // Others may be known by now, on many pages.
      const contacts = new ContactListSide(pages.agent);
      await contacts.searches(scripted.name);
      await contacts.sees(scripted.name);
    },
  },
  {
    name: 'flex-contact',
    on: 'agent',
    show: async ({ pages, views, scripted }) => {
      await new ContactListSide(pages.agent).opens(scripted.name);
      await views.agent.sees('Cases of this contact');
      await views.agent.sees(/\d shown\./);
    },
  },
  {
    name: 'flex-export',
    on: 'lead',
    show: async ({ lead, views }) => {
      await lead.opensCasesView();
      await views.lead.presses('Export as CSV');
      await views.lead.sees(/Saved as a CSV file/);
    },
  },
  {
    name: 'flex-case-delete',
    on: 'lead',
    show: async ({ lead, pages, scripted, views }) => {
      await lead.finds(`${scripted.name} bridge`, 'Case #');
      await views.lead.presses('Delete case');
      await isOpaque(pages.lead.getByRole('alertdialog'));
    },
  },
  {
    name: 'flex-case-deleted',
    on: 'lead',
    show: async ({ pages, views }) => {
      await pages.lead.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
      await views.lead.sees('This case was deleted');
    },
  },
  {
    name: 'flex-settings',
    on: 'lead',
    show: async ({ lead, views }) => {
      await lead.opensTab('Fields and tags');
      await views.lead.sees('New tag');
    },
  },
  {
    name: 'flex-settings-field',
    on: 'lead',
    show: async ({ views }) => {
      await views.lead.presses('New field');
      await views.lead.chooses('Kind', 'Dropdown');
      await views.lead.presses('Save');
      await views.lead.sees('Give it a name.');
    },
  },
  { name: 'flex-knowledge-view', on: 'lead', show: ({ pages }) => new KnowledgeViewSide(pages.lead).opens() },
  {
    name: 'flex-article',
    on: 'lead',
    show: async ({ pages }) => {
      const knowledge = new KnowledgeViewSide(pages.lead);
      await knowledge.presses('Reset Password');
      await knowledge.sees('Example queries');
    },
  },
  {
    name: 'flex-canned-responses',
    on: 'lead',
    show: async ({ pages }) => {
      const knowledge = new KnowledgeViewSide(pages.lead);
      await knowledge.presses('Cancel');
      await knowledge.opensTab('Canned responses');
      await knowledge.sees(/No canned responses yet|Shortcut/);
    },
  },
];

/** Paste fades dialogs in by a script of its own, which is no animation that the page could be asked for. */
async function isOpaque(dialog: Locator): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const isFading = await dialog.evaluate((element) => {
      for (let seen: Element | null = element; seen; seen = seen.parentElement) {
        if (getComputedStyle(seen).opacity !== '1') return true;
      }
      return false;
    });
    if (!isFading) return;
    if (Date.now() > deadline) throw new Error('The dialog did not become opaque within 5 s');
    await wait(50);
  }
}

const caseRoute = (name: string) => `**/flex/${name}`;

/** From now on the panel's Function is answered like this, as it is when something is wrong behind it. */
async function answer({ pages }: Stage, name: string, handle: (route: Route) => Promise<unknown>): Promise<void> {
  await pages.agent.unroute(caseRoute(name));
  await pages.agent.route(caseRoute(name), handle);
}

const answerAgain = ({ pages }: Stage, name: string) => pages.agent.unroute(caseRoute(name));

function refuse(status: number, code: string, message: string) {
  return (route: Route) =>
    route.fulfill({
      status,
      contentType: 'application/json',
      headers: { 'Access-Control-Allow-Origin': '*' },
      body: JSON.stringify({ error: { code, message } }),
    });
}

/** Loads the desktop anew, as F5 does, and goes back to the chat. */
async function reopen({ pages, agent, scripted }: Stage): Promise<void> {
  await pages.agent.reload();
  await agent.isLoggedIn();
  await agent.selectsTask(scripted.name);
}
