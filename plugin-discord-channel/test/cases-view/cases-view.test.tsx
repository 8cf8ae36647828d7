import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import { CasesView } from '../../src/cases-view/cases-view';
import { PanelServer } from '../case-panel/panel-server';
import { WorkServer } from '../case-panel/work-server';
import { FeedDouble } from '../live/feed-double';
import { FindServer, sampleSummary } from './find-server';

function renderView(find: FindServer, panel = new PanelServer(), feed = new FeedDouble()) {
  render(
    <CustomizationProvider>
      <CasesView
        find={find}
        client={panel}
        work={new WorkServer(panel)}
        feed={feed}
        drafts={new Map()}
        createId={() => ''}
        store={{ getState: () => ({}), subscribe: () => () => {} }}
      />
    </CustomizationProvider>,
  );
  return panel;
}
const searchField = () => screen.getByRole('searchbox', { name: 'Search cases by number, words or player' });

describe('the view of cases and ideas', () => {
  it('lists cases with what they are about, how they came and who asked', async () => {
    renderView(new FindServer());
    const row = (await screen.findByText('The map crashes')).closest('tr') as HTMLElement;
    for (const shown of ['Open', 'Bug report', 'Wumpus']) within(row).getByText(shown);
    within(screen.getByRole('tabpanel', { name: 'Bugs and cases' })).getByText('1 shown, newest first.');
  });

  it('searches with Enter', async () => {
    const find = new FindServer();
    renderView(find);
    await screen.findByText('The map crashes');
    userEvent.type(searchField(), ' #1042 {enter}');
    await waitFor(() => expect(find.requests.at(-1)).toEqual({ search: '#1042' }));
  });

  it('adds older ones, asking for what comes after the last', async () => {
    const older = sampleSummary({ id: '6b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e', number: 1041, subject: 'Older' });
    const find = new FindServer([
      { kind: 'page', items: [sampleSummary()], next: 1042 },
      { kind: 'page', items: [older], next: null },
    ]);
    renderView(find);
    userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByText('Older');
    screen.getByText('The map crashes');
    expect(find.requests.at(-1)).toEqual({ search: '', before: 1042 });
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('shows what others change, on every page that is open, with as few looks as possible', async () => {
    const page = (status: 'open' | 'closed', number: number, next: number | null) =>
      ({ kind: 'page', items: [sampleSummary({ id: `${number}`, number, status })], next }) as const;
    const find = new FindServer([page('open', 1042, 1042), page('open', 1001, null)]);
    const feed = new FeedDouble();
    renderView(find, undefined, feed);
    userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(screen.getAllByText('The map crashes')).toHaveLength(2));
    find.cases.splice(0, 2, page('closed', 1042, 1042), page('closed', 1001, null));
    await act(async () => {
      for (let told = 0; told < 5; told += 1) feed.tell({ caseId: '1001' });
    });
    await waitFor(() => expect(screen.getAllByText('Closed')).toHaveLength(2));
    expect(find.requests).toHaveLength(4);
  });

  it('says when there is nothing yet, and when nothing fits the search', async () => {
    renderView(new FindServer([{ kind: 'page', items: [], next: null }]));
    await screen.findByText(/^No cases yet/);
    userEvent.type(searchField(), 'dragon{enter}');
    await screen.findByText(/Nothing has “dragon” in it/);
  });

  it('says why the list could not be loaded, and loads it on demand', async () => {
    const find = new FindServer();
    find.replacements.push({ kind: 'unreachable', message: 'The server could not be reached.' });
    renderView(find);
    within(await screen.findByRole('alert')).getByText('The server could not be reached.');
    userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('The map crashes');
  });

  it('opens a case with its report and status, and comes back to where it was, refreshed', async () => {
    const find = new FindServer();
    const report = { description: 'It closes.', steps: null, platform: 'switch' as const };
    const panel = renderView(find, new PanelServer({ report }));
    userEvent.click(await screen.findByRole('button', { name: 'Case #1042' }));
    await screen.findByText('It closes.');
    screen.getByText('Nintendo Switch');
    expect(screen.queryByText('How to make it happen again')).toBeNull();
    userEvent.click(screen.getByRole('button', { name: 'Elevated' }));
    await screen.findByText('Status saved.');
    expect(panel.case.status).toBe('elevated');
    const before = find.requests.length;
    userEvent.keyboard('{esc}');
    await waitFor(() => expect(find.requests).toHaveLength(before + 1));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Case #1042' })));
  });

  it('shows ideas and opens one', async () => {
    renderView(new FindServer());
    userEvent.click(screen.getByRole('tab', { name: 'Ideas' }));
    userEvent.click(await screen.findByRole('button', { name: 'Idea #7' }));
    await screen.findByText('Let us pet the dog.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Back to the list' }));
  });
});
