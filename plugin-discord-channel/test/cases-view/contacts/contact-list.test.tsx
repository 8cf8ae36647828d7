import type { ListedContact } from '@discord-channel/contracts';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import { CasesView } from '../../../src/cases-view/cases-view';
import type { PageResult } from '../../../src/functions-api/find-client';
import { PanelServer } from '../../case-panel/panel-server';
import { WorkServer } from '../../case-panel/work-server';
import { FeedDouble } from '../../live/feed-double';
import { FindServer, sampleContact } from '../find-server';
import { SettingsServer } from '../settings-server';

const contactPage = (
  items: ListedContact[],
  next: string | null = null,
  nearly = false,
): PageResult<ListedContact> => ({ kind: 'page', page: { items, next, nearly } });

const zoe = sampleContact({
  firstName: 'Zoë',
  lastName: 'Müller',
  email: 'zoe@example.com',
  phone: '112',
  labels: ['vip'],
  cases: { all: 3, closed: 1 },
});
const mia = sampleContact({ id: '2c0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e', name: 'Mia', username: null });

async function openList(find: FindServer, panel = new PanelServer(), feed = new FeedDouble()) {
  render(
    <CustomizationProvider>
      <CasesView
        find={find}
        client={panel}
        work={new WorkServer(panel)}
        feed={feed}
        me={() => ({ identity: 'kim_40example_2Ecom', roles: ['agent'] })}
        settings={new SettingsServer()}
        drafts={new Map()}
        createId={() => '9b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e'}
        store={{ getState: () => ({}), subscribe: () => () => {} }}
      />
    </CustomizationProvider>,
  );
  userEvent.click(screen.getByRole('tab', { name: 'Contact List' }));
  const tab = screen.getByRole('tabpanel', { name: 'Contact List' });
  await waitFor(() => expect(find.contactRequests.length).toBeGreaterThan(0));
  return within(tab);
}

function serve(...pages: PageResult<ListedContact>[]) {
  const find = new FindServer();
  find.contacts = pages;
  find.labels = { kind: 'labels', labels: [{ name: 'vip', contacts: 2 }] };
  return find;
}

describe('the list of contacts', () => {
  it('lists names, addresses, labels and how many cases there are', async () => {
    const tab = await openList(serve(contactPage([zoe])));
    const row = (await tab.findByRole('button', { name: 'Zoë Müller' })).closest('tr') as HTMLElement;
    for (const shown of ['@wumpus', 'zoe@example.com', '112', 'vip', '3 (2 not closed)']) within(row).getByText(shown);
    tab.getByText('1 shown.');
  });

  it('searches with Enter, narrows by a label and sorts, all at once', async () => {
    const find = serve(contactPage([zoe]));
    const tab = await openList(find);
    await tab.findByRole('option', { name: 'vip (2)' });
    expect(find.contactRequests[0]).toMatchObject({
      search: '',
      labels: [],
      sort: { by: 'name', direction: 'ascending' },
    });
    userEvent.type(tab.getByRole('searchbox', { name: 'Search contacts by name, e-mail or phone' }), ' zoë {enter}');
    userEvent.selectOptions(tab.getByLabelText('Label'), 'vip');
    userEvent.click(await tab.findByRole('button', { name: 'Sort by Known since' }));
    await waitFor(() =>
      expect(find.contactRequests.at(-1)).toEqual({
        search: 'zoë',
        labels: ['vip'],
        sort: { by: 'created', direction: 'descending' },
      }),
    );
    userEvent.selectOptions(tab.getByLabelText('Label'), 'Any');
    await waitFor(() => expect(find.contactRequests.at(-1)).toMatchObject({ search: 'zoë', labels: [] }));
  });

  it('adds the next page, and shows somebody who comes again once', async () => {
    const find = serve(contactPage([zoe], 'after-zoe'), contactPage([{ ...zoe, email: 'new@example.com' }, mia]));
    const tab = await openList(find);
    userEvent.click(await tab.findByRole('button', { name: 'Show more' }));
    await tab.findByRole('button', { name: 'Mia' });
    expect(tab.getAllByRole('button', { name: 'Zoë Müller' })).toHaveLength(1);
    tab.getByText('new@example.com');
    expect(find.contactRequests.at(-1)).toMatchObject({ cursor: 'after-zoe' });
  });

  it('says when there is nobody, when nobody fits, and when only a name like it does', async () => {
    const find = serve(contactPage([]));
    const tab = await openList(find);
    await tab.findByText(/No contacts yet/);
    const search = tab.getByRole('searchbox', { name: /Search contacts/ });
    userEvent.type(search, 'zo{enter}');
    await tab.findByText(/Nothing has “zo” in it/);
    find.contacts = [contactPage([zoe], null, true)];
    userEvent.type(search, 'i{enter}');
    await tab.findByText(/Nobody is called “zoi”.* 1 shown/);
  });

  it('says why the list could not be loaded, and loads it on demand', async () => {
    const find = serve({ kind: 'unreachable', message: 'The server could not be reached.' });
    const tab = await openList(find);
    await tab.findByText('The server could not be reached.');
    find.contacts = [contactPage([mia])];
    userEvent.click(tab.getByRole('button', { name: 'Try again' }));
    await tab.findByRole('button', { name: 'Mia' });
  });

  it('opens a contact, edits the labels where they stand, and lists them anew', async () => {
    const find = serve(contactPage([zoe]));
    const panel = new PanelServer();
    const tab = await openList(find, panel);
    userEvent.click(await tab.findByRole('button', { name: 'Zoë Müller' }));
    userEvent.click(await tab.findByRole('button', { name: 'Edit contact' }));
    userEvent.type(tab.getByRole('textbox', { name: 'Labels' }), 'streamer{enter}');
    userEvent.click(tab.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(panel.case.contact.labels).toEqual(['streamer']));
    expect(panel.requests).toContainEqual({ name: 'getContact', request: { contactId: zoe.id } });
    find.contacts = [contactPage([{ ...zoe, labels: ['streamer'] }])];
    await tab.findByRole('button', { name: 'Edit contact' });
    userEvent.click(tab.getByRole('button', { name: 'Back to the list' }));
    await tab.findByText('streamer');
  });

  it('shows the cases of a contact and opens one; Escape goes back one step at a time', async () => {
    const find = serve(contactPage([zoe]));
    const tab = await openList(find);
    userEvent.click(await tab.findByRole('button', { name: 'Zoë Müller' }));
    const cases = within(await tab.findByRole('region', { name: 'Cases of this contact' }));
    await cases.findByText('The map crashes');
    expect(find.requests.at(-1)).toMatchObject({ filters: { contactId: zoe.id } });
    userEvent.click(cases.getByRole('button', { name: 'Case #1042' }));
    await tab.findByRole('button', { name: 'Edit case' });
    userEvent.keyboard('{esc}');
    await waitFor(() => expect(tab.queryByRole('button', { name: 'Edit case' })).toBeNull());
    tab.getByRole('region', { name: 'Cases of this contact' });
    userEvent.click(tab.getByRole('button', { name: 'Back to the list' }));
    await waitFor(() => expect(tab.queryByRole('region', { name: 'Cases of this contact' })).toBeNull());
  });

  const nobodysCase = { ...mia, newestCaseId: null, cases: { all: 0, closed: 0 } };

  it('shows somebody without a case, who is edited all the same', async () => {
    const panel = new PanelServer();
    const tab = await openList(serve(contactPage([nobodysCase])), panel);
    userEvent.click(await tab.findByRole('button', { name: 'Mia' }));
    await tab.findByText('This contact has no case.');
    userEvent.click(await tab.findByRole('button', { name: 'Edit contact' }));
    userEvent.type(tab.getByRole('textbox', { name: 'First name' }), 'Mia');
    userEvent.click(tab.getByRole('button', { name: 'Save' }));
    await tab.findByRole('button', { name: 'Edit contact' });
    expect(panel.requests.at(-1)).toEqual({
      name: 'saveContact',
      request: { contactId: mia.id, version: 1, changes: { firstName: 'Mia' } },
    });
    expect(panel.requests.filter(({ name }) => name === 'getCase')).toEqual([]);
  });

  it('loses nothing when somebody else changes the contact, and names what they put', async () => {
    const panel = new PanelServer();
    const tab = await openList(serve(contactPage([nobodysCase])), panel);
    userEvent.click(await tab.findByRole('button', { name: 'Mia' }));
    userEvent.click(await tab.findByRole('button', { name: 'Edit contact' }));
    userEvent.type(tab.getByRole('textbox', { name: 'Phone' }), '112');
    panel.changeContact({ phone: '911', email: 'mia@example.com' });
    userEvent.click(tab.getByRole('button', { name: 'Save' }));
    await tab.findByText(/nothing was saved\. The contact was changed\./);
    tab.getByText('Somebody else put “911” here. Saving replaces it with yours.');
    expect((tab.getByRole('textbox', { name: 'E-mail' }) as HTMLInputElement).value).toBe('mia@example.com');
    userEvent.click(tab.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(panel.case.contact).toMatchObject({ phone: '112', email: 'mia@example.com' }));
  });

  it('says at the field what is wrong with it', async () => {
    const panel = new PanelServer();
    const tab = await openList(serve(contactPage([nobodysCase])), panel);
    userEvent.click(await tab.findByRole('button', { name: 'Mia' }));
    userEvent.click(await tab.findByRole('button', { name: 'Edit contact' }));
    const message = 'Give an e-mail address, such as kim@example.com.';
    panel.contactFailures.push({ kind: 'refused', code: 'invalid-request', message, field: 'changes.email' });
    userEvent.type(tab.getByRole('textbox', { name: 'E-mail' }), 'none');
    userEvent.click(tab.getByRole('button', { name: 'Save' }));
    await tab.findByText(message);
    expect(tab.getByRole('textbox', { name: 'E-mail' }).getAttribute('aria-invalid')).toBe('true');
  });

  it('shows what a colleague changes while it is looked at, and says when it cannot be looked at', async () => {
    const panel = new PanelServer();
    panel.contactFailures.push({ kind: 'unreachable', message: 'The server could not be reached.' });
    const feed = new FeedDouble();
    const tab = await openList(serve(contactPage([nobodysCase])), panel, feed);
    userEvent.click(await tab.findByRole('button', { name: 'Mia' }));
    await tab.findByText('The server could not be reached.');
    userEvent.click(tab.getByRole('button', { name: 'Try again' }));
    await tab.findByRole('button', { name: 'Edit contact' });
    panel.changeContact({ email: 'mia@example.com' });
    feed.tell({ caseId: panel.case.id });
    await tab.findByText('mia@example.com');
  });
});
