import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import { CasesView } from '../../src/cases-view/cases-view';
import { createComposer } from '../../src/knowledge-panel/composer';
import { PanelServer } from '../case-panel/panel-server';
import { WorkServer } from '../case-panel/work-server';
import { FlexDouble } from '../knowledge-panel/flex-double';
import { KnowledgeServer } from '../knowledge-panel/knowledge-server';
import { FeedDouble } from '../live/feed-double';
import { casePage, FindServer, sampleExported, sampleListed } from './find-server';
import { SettingsServer, sampleField } from './settings-server';

function renderView(
  find: FindServer,
  panel = new PanelServer(),
  feed = new FeedDouble(),
  settings = new SettingsServer(),
  roles: readonly string[] = ['agent'],
) {
  const flex = new FlexDouble();
  render(
    <CustomizationProvider>
      <CasesView
        find={find}
        client={panel}
        work={new WorkServer(panel)}
        feed={feed}
        me={() => ({ identity: 'kim_40example_2Ecom', roles })}
        settings={settings}
        drafts={new Map()}
        createId={() => '9b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e'}
        store={flex}
        knowledge={new KnowledgeServer()}
        composer={createComposer({ actions: flex.actions, store: flex, wait: flex.settles })}
      />
    </CustomizationProvider>,
  );
  return panel;
}
const searchField = () => screen.getByRole('searchbox', { name: 'Search cases by customer, number or words' });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const field = (name: RegExp) => screen.getByLabelText(name);

describe('the view of cases and ideas', () => {
  it('lists cases with what they are about, who they are for, whose they are and who changed them', async () => {
    const listed = sampleListed({
      customer: { name: 'Zoë Müller', email: 'zoe@example.com', phone: '+48 600' },
      owner: { id: 'noor', name: 'noor@example.com' },
      tags: ['vip'],
      updatedBy: 'kim@example.com',
      csatScore: 4,
    });
    renderView(new FindServer([casePage([listed])]));
    const row = (await screen.findByText('The map crashes')).closest('tr') as HTMLElement;
    const shown = ['Open', 'Bug report', 'Zoë Müller', 'zoe@example.com', '+48 600', 'noor@example.com', 'vip'];
    for (const words of [...shown, 'kim@example.com', '4 of 5']) within(row).getByText(words);
    within(screen.getByRole('tabpanel', { name: 'Bugs and cases' })).getByText('1 shown.');
  });

  it('searches with Enter', async () => {
    const find = new FindServer();
    renderView(find);
    await screen.findByText('The map crashes');
    userEvent.type(searchField(), ' #1042 {enter}');
    await waitFor(() => expect(find.requests.at(-1)).toMatchObject({ search: '#1042', filters: {} }));
  });

  it('adds older ones, asking for what comes after the last, and shows a case that comes again once', async () => {
    const older = sampleListed({ id: '6b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e', number: 1041, subject: 'Older' });
    const changed = sampleListed({ subject: 'The map crashes again' });
    const find = new FindServer([casePage([sampleListed()], 'after-1042'), casePage([changed, older])]);
    renderView(find);
    userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByText('Older');
    screen.getByText('The map crashes again');
    expect(screen.getAllByRole('button', { name: 'Case #1042' })).toHaveLength(1);
    expect(find.requests.at(-1)).toMatchObject({ search: '', cursor: 'after-1042' });
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('shows what others change, on every page that is open, with as few looks as possible', async () => {
    const page = (status: 'open' | 'closed', number: number, next: string | null) =>
      casePage([sampleListed({ id: `${number}`, number, status })], next);
    const find = new FindServer([page('open', 1042, 'more'), page('open', 1001, null)]);
    const feed = new FeedDouble();
    renderView(find, undefined, feed);
    userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(screen.getAllByText('The map crashes')).toHaveLength(2));
    find.cases.splice(0, 2, page('closed', 1042, 'more'), page('closed', 1001, null));
    await act(async () => {
      for (let told = 0; told < 5; told += 1) feed.tell({ caseId: '1001' });
    });
    // The name of the counter is the third.
    await waitFor(() => expect(screen.getAllByText('Closed')).toHaveLength(3));
    expect(find.requests).toHaveLength(4);
  });

  it('refreshes every page that is shown', async () => {
    const older = sampleListed({ id: '6b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e', number: 1041, subject: 'Older' });
    const find = new FindServer([casePage([sampleListed()], 'after-1042'), casePage([older])]);
    renderView(find);
    userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByText('Older');
    find.cases.splice(0, 2, casePage([sampleListed()], 'after-1042'), casePage([{ ...older, subject: 'Newer' }]));
    press('Refresh');
    await screen.findByText('Newer');
    expect(find.requests.at(-1)).toMatchObject({ cursor: 'after-1042' });
  });

  it('sorts by the head of a column, and turns the order round at the second press', async () => {
    const find = new FindServer();
    renderView(find);
    await screen.findByText('The map crashes');
    const table = () => screen.getByRole('table', { name: 'Bugs and cases' });
    expect(
      within(table())
        .getByRole('columnheader', { name: /Number/ })
        .getAttribute('aria-sort'),
    ).toBe('descending');
    press('Sort by Customer');
    await waitFor(() =>
      expect(find.requests.at(-1)).toMatchObject({ sort: { by: 'customer', direction: 'ascending' } }),
    );
    userEvent.click(await screen.findByRole('button', { name: 'Sorted by Customer. Turn the order round' }));
    await waitFor(() =>
      expect(find.requests.at(-1)).toMatchObject({ sort: { by: 'customer', direction: 'descending' } }),
    );
  });

  it('shows how many cases there are, and says when they could not be counted', async () => {
    const find = new FindServer();
    renderView(find);
    await within(screen.getByTestId('count-all')).findByText('1,234');
    within(screen.getByTestId('count-elevated')).getByText('200');
    find.counts = { kind: 'unreachable', message: 'No.' };
    press('Refresh');
    await screen.findByText(/could not be counted/);
  });

  it('shows the agent’s own open cases', async () => {
    const find = new FindServer();
    renderView(find);
    await screen.findByText('The map crashes');
    press('My Open Cases');
    await waitFor(() =>
      expect(find.requests.at(-1)).toMatchObject({
        search: '',
        filters: { ownerId: 'kim_40example_2Ecom', statuses: ['open', 'elevated'] },
      }),
    );
  });

  jest.setTimeout(120_000);

  it('narrows by everything in Advanced Search at once, counts in its range, and clears it', async () => {
    const find = new FindServer();
    renderView(find);
    await screen.findByText('The map crashes');
    expect(screen.queryByLabelText('Keyword in notes')).toBeNull();
    press('Advanced Search');
    const fill = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
    fill(/Opened from/, '2026-11-01');
    fill(/Opened until/, '2026-11-30');
    fill(/Keyword in notes/, 'refund');
    fill(/Case number/, '#1042');
    await waitFor(() => userEvent.selectOptions(field(/Handling agent/), 'Noor'));
    userEvent.selectOptions(field(/Case owner/), 'Nobody');
    const addWord = (name: RegExp, word: string) => {
      fill(name, word);
      fireEvent.keyDown(field(name), { key: 'Enter' });
    };
    addWord(/^Tags/, 'vip');
    addWord(/Labels of the customer/, 'streamer');
    userEvent.click(screen.getByRole('checkbox', { name: 'Elevated' }));
    userEvent.click(screen.getByRole('checkbox', { name: '5' }));
    fireEvent.change(searchField(), { target: { value: 'wumpus' } });
    press('Search');
    const expected = {
      from: new Date('2026-11-01T00:00:00').toISOString(),
      to: new Date('2026-12-01T00:00:00').toISOString(),
    };
    await waitFor(() =>
      expect(find.requests.at(-1)).toMatchObject({
        search: 'wumpus',
        filters: {
          ...expected,
          keyword: 'refund',
          number: 1042,
          statuses: ['elevated'],
          tags: ['vip'],
          labels: ['streamer'],
          agentId: 'noor',
          ownerId: null,
          csatScores: [5],
        },
      }),
    );
    await waitFor(() => expect(find.ranges.at(-1)).toEqual(expected));
    press('Clear');
    await waitFor(() => expect(find.requests.at(-1)).toMatchObject({ search: '', filters: {} }));
  });

  it('offers every tag in Advanced Search, also those that only cases have', async () => {
    const settings = new SettingsServer(
      [],
      [
        { name: 'lag', cases: 0, offered: true },
        { name: 'old', cases: 7, offered: false },
      ],
    );
    renderView(new FindServer(), undefined, undefined, settings);
    await screen.findByText('The map crashes');
    press('Advanced Search');
    await waitFor(() =>
      expect([...((field(/^Tags$/) as HTMLInputElement).list?.options ?? [])].map(({ value }) => value)).toEqual([
        'lag',
        'old',
      ]),
    );
  });

  it('says at the field what is wrong in it, and asks nothing', async () => {
    const find = new FindServer();
    renderView(find);
    await screen.findByText('The map crashes');
    press('Advanced Search');
    userEvent.type(field(/Case number/), 'abc{enter}');
    await screen.findByText('Give a case number, such as 1042.');
    fireEvent.change(field(/Case number/), { target: { value: '' } });
    fireEvent.change(field(/Opened from/), { target: { value: '2026-11-02' } });
    fireEvent.change(field(/Opened until/), { target: { value: '2026-11-01' } });
    press('Search');
    await screen.findByText(/This day is before the first one/);
    expect(find.requests).toHaveLength(1);
  });

  it('says when there is nothing yet, when nothing fits, and when only a name like it does', async () => {
    const find = new FindServer([casePage([])]);
    renderView(find);
    await screen.findByText(/^No cases yet/);
    userEvent.type(searchField(), 'dragon{enter}');
    await screen.findByText(/Nothing has “dragon” in it. Try/);
    find.cases.splice(0, 1, casePage([sampleListed()], null, true));
    press('Search');
    await screen.findByText('Nothing has “dragon” in it. These have a name one letter away from it. 1 shown.');
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

  it('shows what a case holds in the team’s fields, narrows by it and edits it', async () => {
    const [product, gone] = [
      sampleField(),
      sampleField({ id: '8b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e', name: 'Old', kind: 'text', deleted: true }),
    ];
    const customValues = { [product.id]: 'Map', [gone.id]: 'kept' };
    const find = new FindServer([casePage([sampleListed({ customValues })])]);
    const panel = renderView(find, new PanelServer({ customValues }), undefined, new SettingsServer([product, gone]));
    await screen.findByText('Product: Map');
    press('Advanced Search');
    userEvent.selectOptions(field(/^Product/), 'Shop');
    press('Search');
    await waitFor(() =>
      expect(find.requests.at(-1)).toMatchObject({
        filters: { customValues: [{ of: 'case', fieldId: product.id, value: 'Shop', match: 'is' }] },
      }),
    );
    press('Advanced Search');
    userEvent.click(await screen.findByRole('button', { name: 'Case #1042' }));
    await screen.findByText('Old (deleted field)');
    screen.getByText('kept');
    userEvent.click(screen.getByRole('button', { name: 'Edit case' }));
    userEvent.selectOptions(field(/^Product/), 'Shop');
    press('Save');
    await waitFor(() =>
      expect(panel.requests.at(-1)?.request).toMatchObject({ changes: { customValues: { [product.id]: 'Shop' } } }),
    );
  });

  it('hides fields, tags and the export from agents', async () => {
    renderView(new FindServer());
    await screen.findByText('The map crashes');
    expect(screen.queryByRole('button', { name: 'Export as CSV' })).toBeNull();
    expect(screen.queryByRole('tab', { name: 'Fields and tags' })).toBeNull();
  });

  describe('the export', () => {
    const product = sampleField({ name: 'Product' });
    const gone = sampleField({ id: '8b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e', name: 'Version', deleted: true });
    const never = sampleField({ id: '9b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e', name: 'Never used', deleted: true });
    const region = sampleField({ id: 'ab0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e', name: 'Region', subject: 'contact' });
    let saved: { name: string; content: string }[];
    beforeEach(() => {
      saved = [];
      let blob: Blob | undefined;
      URL.createObjectURL = (made: Blob) => {
        blob = made;
        return 'blob:saved';
      };
      jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
        const reader = new FileReader();
        const { download } = this;
        reader.onload = () => saved.push({ name: download, content: String(reader.result) });
        if (blob) reader.readAsText(blob);
      });
    });
    const renderExport = (find: FindServer) =>
      renderView(find, new PanelServer(), undefined, new SettingsServer([product, gone, never, region]), [
        'supervisor',
      ]);

    it('saves what the search found, page by page, each case once, with the team’s fields as columns', async () => {
      const find = new FindServer();
      const first = sampleExported({ customValues: { [product.id]: 'Map' } });
      const again = sampleExported({ status: 'closed', customValues: { [product.id]: 'Map', [gone.id]: '1.2' } });
      const second = sampleExported({
        id: '2',
        number: 1041,
        subject: '=cmd|calc',
        contactCustomValues: { [region.id]: 'Europe, west' },
        followUpOn: '2027-01-31',
      });
      find.exports.push(
        { kind: 'page', items: [first], next: 'after-1' },
        { kind: 'page', items: [again, second], next: null },
      );
      renderExport(find);
      userEvent.type(searchField(), 'crashes{enter}');
      await screen.findByText('The map crashes');
      press('Export as CSV');
      await screen.findByText('Saved as a CSV file. Cases in it: 2');
      expect(find.exportRequests).toMatchObject([{ search: 'crashes' }, { search: 'crashes', cursor: 'after-1' }]);
      await waitFor(() => expect(saved).toHaveLength(1));
      expect(saved[0]?.name).toMatch(/^cases-\d{4}-\d\d-\d\d\.csv$/);
      const lines = saved[0]?.content.split('\r\n') ?? [];
      expect(lines[0]).toMatch(/Case number,Subject,Status,.*,Product,Version \(deleted field\),Contact: Region$/);
      expect(lines[1]).toMatch(/^1042,The map crashes,Closed,Normal,,,Bug report,Wumpus,,,wumpus,.*,Map,1\.2,$/);
      expect(lines[1]).toContain(',2026-11-21T09:00:00.000Z,');
      expect(lines[2]).toMatch(/^1041,'=cmd\|calc,.*,2027-01-31,.*,"Europe, west"$/);
    });

    it('tells how far it has come, and can be ended', async () => {
      const find = new FindServer();
      find.exports.push({ kind: 'page', items: [sampleExported()], next: 'after-1' });
      renderExport(find);
      await screen.findByText('The map crashes');
      press('Export as CSV');
      await screen.findByText('Cases read so far: 1');
      press('Cancel');
      await waitFor(() => expect(screen.queryByText(/Cases read/)).toBeNull());
      expect(saved).toEqual([]);
    });

    it('goes on after a failure where it stopped', async () => {
      const find = new FindServer();
      const message = 'Cases cannot be reached.';
      find.exports.push(
        { kind: 'page', items: [sampleExported()], next: 'after-1' },
        { kind: 'refused', code: 'unavailable', message },
        { kind: 'page', items: [sampleExported({ id: '2', number: 1041 })], next: null },
      );
      renderExport(find);
      await screen.findByText('The map crashes');
      press('Export as CSV');
      await screen.findByText(`The export stopped, and nothing was saved yet. Cases read so far: 1. ${message}`);
      expect(saved).toEqual([]);
      press('Go on with the export');
      await screen.findByText('Saved as a CSV file. Cases in it: 2');
      expect(find.exportRequests.map(({ cursor }) => cursor)).toEqual([undefined, 'after-1', 'after-1']);
    });
  });

  it('lets a supervisor define a field, change it and delete it, and says why that was refused', async () => {
    const settings = new SettingsServer();
    renderView(new FindServer(), new PanelServer(), undefined, settings, ['supervisor']);
    userEvent.click(screen.getByRole('tab', { name: 'Fields and tags' }));
    userEvent.click(await screen.findByRole('button', { name: 'New field' }));
    userEvent.type(screen.getByLabelText(/Name/), 'Level');
    userEvent.selectOptions(screen.getByLabelText('Kind'), 'Dropdown');
    userEvent.type(screen.getByLabelText('Options'), 'Low{enter}High');
    settings.refusals.push({ kind: 'unreachable', message: 'No answer came.' });
    press('Save');
    await screen.findByText('No answer came.');
    const message = 'Another field is called so.';
    settings.refusals.push({ kind: 'refused', code: 'invalid-request', message, field: 'name' });
    press('Save');
    await screen.findByText(message);
    expect(screen.queryByText('No answer came.')).toBeNull();
    const name = screen.getByLabelText(/Name/);
    expect(document.activeElement).toBe(name);
    expect(document.getElementById(name.getAttribute('aria-describedby') ?? '')?.textContent).toContain(message);
    press('Save');
    const row = (await screen.findByText('Low, High')).closest('tr') as HTMLElement;
    userEvent.click(within(row).getByRole('button', { name: 'Edit Level' }));
    expect((screen.getByLabelText('Kind') as HTMLSelectElement).disabled).toBe(true);
    userEvent.type(screen.getByLabelText(/Name/), ' of trouble');
    press('Save');
    userEvent.click(await screen.findByRole('button', { name: 'Delete Level of trouble' }));
    await screen.findByText(/No fields yet/);
    expect(settings.fields).toMatchObject([{ name: 'Level of trouble', deleted: true, version: 2 }]);
  });

  it('lets a supervisor offer, rename and delete tags, until no case has them', async () => {
    const settings = new SettingsServer([], [{ name: 'lag', cases: 3, offered: false }]);
    renderView(new FindServer(), new PanelServer(), undefined, settings, ['admin']);
    userEvent.click(screen.getByRole('tab', { name: 'Fields and tags' }));
    userEvent.type(await screen.findByLabelText('New tag'), 'vip{enter}');
    await screen.findByRole('button', { name: 'Rename vip' });
    userEvent.click(screen.getByRole('button', { name: 'Rename lag' }));
    userEvent.type(screen.getByLabelText('Rename lag'), 'slow{enter}');
    await waitFor(() => expect(settings.changes).toHaveLength(4));
    expect(settings.changes.at(-1)).toEqual({ change: 'rename', name: 'lag', to: 'slow' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Rename lag' })).toBeNull());
  });
});
