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

async function openList(find: FindServer, panel = new PanelServer()) {
  render(
    <CustomizationProvider>
      <CasesView
        find={find}
        client={panel}
        work={new WorkServer(panel)}
        feed={new FeedDouble()}
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
    expect(panel.requests).toContainEqual({ name: 'getCase', request: { caseId: zoe.newestCaseId } });
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

  it('shows somebody without a case, and says when that can be edited', async () => {
    const tab = await openList(serve(contactPage([{ ...mia, newestCaseId: null, cases: { all: 0, closed: 0 } }])));
    userEvent.click(await tab.findByRole('button', { name: 'Mia' }));
    await tab.findByText(/has no case yet/);
    expect(tab.queryByRole('button', { name: 'Edit contact' })).toBeNull();
  });
});
