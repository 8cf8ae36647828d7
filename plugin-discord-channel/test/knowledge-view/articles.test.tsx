import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import { KnowledgeView } from '../../src/knowledge-view/knowledge-view';
import { ArticleServer, sampleArticle } from './article-server';
import { CannedServer } from './canned-server';

const files: Array<{ name: string; type: string; content: string }> = [];
beforeEach(() => files.splice(0));

function renderView(server = new ArticleServer(), roles: readonly string[] = ['supervisor']) {
  let ids = 0;
  render(
    <CustomizationProvider>
      <KnowledgeView
        articles={server}
        canned={new CannedServer()}
        me={() => ({ roles })}
        createId={() => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`}
        saveFile={(name, type, content) => files.push({ name, type, content })}
      />
    </CustomizationProvider>,
  );
  return server;
}
const press = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name });
  await act(async () => userEvent.click(button));
};
/** In the form, if one is open: the filters stay behind it. */
const field = (name: RegExp) => within(screen.queryByRole('form') ?? document.body).getByLabelText(name);
const type = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
const rowOf = async (title: string) => (await screen.findByText(title)).closest('tr') as HTMLElement;

describe('the table of articles', () => {
  it('shows what each is about, for whom it is, its language and state, and who changed it', async () => {
    const own = sampleArticle({ guildId: '200000000000000001', state: 'draft', language: 'pl' });
    renderView(new ArticleServer([own, sampleArticle({ key: 'other', title: 'For all' })]));
    const row = await rowOf('Reset Password');
    for (const words of ['Account', 'Wumpus Quest', 'pl', 'Draft', 'noor@example.com']) within(row).getByText(words);
    within(await rowOf('For all')).getByText('All servers');
  });

  it('narrows by words, label and server, and goes on page by page', async () => {
    const many = ['A', 'B', 'C'].map((title) => sampleArticle({ key: title, title, label: `L${title}` }));
    const server = renderView(new ArticleServer(many));
    await screen.findByText('2 shown. There are more.');
    await press('Show more');
    await screen.findByText('3 shown.');
    userEvent.selectOptions(field(/Label/), 'LB');
    await screen.findByText('1 shown.');
    userEvent.selectOptions(field(/Server/), 'Wumpus Quest');
    userEvent.type(screen.getByRole('searchbox'), 'zzz{enter}');
    await screen.findByText(/No article fits/);
    expect(server.searches.at(-1)).toEqual({
      search: 'zzz',
      label: 'LB',
      server: { applicationId: '100000000000000001', guildId: '200000000000000001' },
      sort: { by: 'title', direction: 'ascending' },
    });
  });

  it('lets agents read an article and change nothing', async () => {
    renderView(undefined, ['agent']);
    await press('Reset Password');
    await screen.findByText('Open the page.');
    screen.getByText('i forgot my password');
    for (const name of ['Add article', 'Import and export', /Delete/, 'Save']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });
});

describe('what agents said not to be helpful', () => {
  const said = ['one', 'two', 'three'].map((query, place) => ({
    givenAt: `2026-11-21T12:00:0${3 - place}.000Z`,
    query,
    agentName: 'Kim',
  }));
  const renderWith = (roles?: readonly string[]) => {
    const server = new ArticleServer();
    server.said = said;
    return renderView(server, roles);
  };

  it('is counted in a column that sorts the table, the most often criticised first', async () => {
    const server = renderWith();
    const column = await screen.findByRole('columnheader', { name: /Not helpful/ });
    const cells = within(await rowOf('Reset Password')).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toContain('3');
    await press('Sort by Not helpful');
    await waitFor(() => expect(column.getAttribute('aria-sort')).toBe('descending'));
    expect(server.searches.at(-1)?.sort).toEqual({ by: 'not-helpful', direction: 'descending' });
    await press('Sorted by Not helpful. Turn the order round');
    await waitFor(() => expect(column.getAttribute('aria-sort')).toBe('ascending'));
    expect(server.searches.at(-1)).toEqual({ search: '', sort: { by: 'not-helpful', direction: 'ascending' } });
  });

  it('stands beside the article with its question, when and by whom, more on demand, nothing shown moving', async () => {
    renderWith();
    await press('Reset Password');
    const section = await screen.findByRole('region', { name: 'Said not to be helpful' });
    await within(section).findByText('2 shown. There are more.');
    const asked = () =>
      within(section)
        .getAllByRole('row')
        .slice(1)
        .map((row) => within(row).getAllByRole('cell')[1]?.textContent);
    expect(asked()).toEqual(['one', 'two']);
    const [, first] = within(section).getAllByRole('row');
    expect(first?.querySelector('time')?.dateTime).toBe('2026-11-21T12:00:03.000Z');
    expect(first?.textContent).toContain('Kim');
    userEvent.click(within(section).getByRole('button', { name: 'Show more' }));
    await within(section).findByText('3 shown.');
    expect(asked()).toEqual(['one', 'two', 'three']);
    expect(within(section).getAllByRole('row')[1]).toBe(first);
    expect(within(section).queryByRole('button')).toBeNull();
  });

  it('that could not be loaded says why, and is looked for again', async () => {
    const server = renderWith();
    server.feedbackRefusals = [{ kind: 'unreachable', message: 'No answer.' }];
    await press('Reset Password');
    const section = await screen.findByRole('region', { name: 'Said not to be helpful' });
    await within(section).findByText('No answer.');
    userEvent.click(within(section).getByRole('button', { name: 'Try again' }));
    await within(section).findByText('one');
  });

  it('says of an article that nobody criticised that nobody did', async () => {
    renderView();
    await press('Reset Password');
    await screen.findByText('No agent has said so.');
  });

  it('is not for agents', async () => {
    renderWith(['agent']);
    await rowOf('Reset Password');
    expect(screen.queryByRole('columnheader', { name: /Not helpful/ })).toBeNull();
    await press('Reset Password');
    await screen.findByText('Open the page.');
    expect(screen.queryByText('Said not to be helpful')).toBeNull();
  });
});

it('who comes back from an article finds as many articles as before', async () => {
  const many = ['A', 'B', 'C', 'D', 'E'].map((title) => sampleArticle({ key: title, title }));
  renderView(new ArticleServer(many));
  await screen.findByText('2 shown. There are more.');
  await press('Show more');
  await screen.findByText('4 shown. There are more.');
  await press('D');
  await press('Cancel');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('D'));
  await screen.findByText('4 shown. There are more.');
  await rowOf('D');
  expect(screen.queryByText('E')).toBeNull();
});

describe('writing an article', () => {
  it('adds what was typed, once, and shows it in the table', async () => {
    const server = renderView();
    await press('Add article');
    type(/Title/, 'Refunds');
    type(/Label/, 'Payments');
    userEvent.selectOptions(field(/Server/), 'Wumpus Quest');
    type(/Example queries/, 'money back\nrefund');
    type(/^.*Text/, 'Three days.');
    userEvent.selectOptions(field(/State/), 'Draft');
    await press('Save');
    await rowOf('Refunds');
    expect(server.saved).toEqual([
      {
        key: '00000000-0000-4000-8000-000000000001',
        version: null,
        server: { applicationId: '100000000000000001', guildId: '200000000000000001' },
        article: {
          title: 'Refunds',
          label: 'Payments',
          queries: ['money back', 'refund'],
          url: '',
          text: 'Three days.',
          language: 'en',
          state: 'draft',
        },
      },
    ]);
  });

  it('shows what is wrong at its field and keeps everything that was typed', async () => {
    const server = new ArticleServer();
    server.refusals.push({
      kind: 'refused',
      code: 'invalid-request',
      message: 'Too long.',
      field: 'article.queries.3',
    });
    renderView(server);
    await press('Add article');
    type(/Title/, 'Refunds');
    await press('Save');
    await screen.findByText('Too long.');
    const described = field(/Example queries/).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toContain('Too long.');
    expect(field(/Title/)).toHaveProperty('value', 'Refunds');
  });

  it('refused as too late, brings in what others changed, loses nothing typed, and saves knowingly', async () => {
    const server = renderView();
    await press('Reset Password');
    await screen.findByRole('form', { name: 'Edit article' });
    server.articles = [sampleArticle({ version: 2, title: 'Theirs', label: 'Login', text: 'Theirs too.' })];
    type(/Title/, 'Mine');
    await press('Save');
    await screen.findByText(/noor@example.com changed this in the meantime/);
    expect(field(/Title/)).toHaveProperty('value', 'Mine');
    expect(field(/Label/)).toHaveProperty('value', 'Login');
    screen.getByText(/Somebody else put “Theirs” here/);
    await press('Save');
    await rowOf('Mine');
    expect(server.saved.at(-1)).toMatchObject({ version: 2, article: { title: 'Mine', text: 'Theirs too.' } });
  });

  it('deleted by somebody else meanwhile, becomes a new article with the next press', async () => {
    const server = renderView();
    await press('Reset Password');
    await screen.findByRole('form', { name: 'Edit article' });
    server.articles = [];
    type(/Title/, 'Mine');
    await press('Save');
    await screen.findByText(/Somebody deleted this article in the meantime/);
    await press('Save');
    await rowOf('Mine');
    expect(server.saved.map(({ key, version }) => [key.slice(-4), version])).toEqual([
      ['2d3e', 1],
      ['0001', null],
    ]);
  });

  it('says that it is not certain when no answer came', async () => {
    const server = new ArticleServer();
    server.refusals.push({ kind: 'unreachable', message: 'No answer.' });
    renderView(server);
    await press('Add article');
    type(/Title/, 'Refunds');
    await press('Save');
    await screen.findByText(/It is not certain that this was saved.*No answer\./);
  });
});

describe('deleting an article', () => {
  it('asks first', async () => {
    const server = renderView();
    await press('Delete Reset Password');
    const dialog = await screen.findByRole('alertdialog');
    userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(server.articles).toHaveLength(1);
    await press('Delete Reset Password');
    userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    await screen.findByText(/No articles yet/);
  });

  it('says why it could not be', async () => {
    const server = new ArticleServer();
    server.refusals.push({ kind: 'refused', code: 'stale-version', message: 'noor changed it.' });
    renderView(server);
    await press('Delete Reset Password');
    userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    await screen.findByText('It was not deleted. noor changed it.');
  });
});

describe('import and export', () => {
  const choose = async (name: string, content: string) => {
    await press('Import and export');
    const file = new File([content], name);
    // jsdom has no Blob.text.
    file.text = async () => content;
    userEvent.upload(screen.getByLabelText(/File with articles/), file);
    await press('Import');
  };

  it('sends a long file in pieces that keep characters whole, and tells what came of it', async () => {
    const server = renderView();
    const content = `x${'🎮'.repeat(50_001)}`;
    await choose('articles.csv', content);
    await screen.findByText('Imported: 1 new, 2 changed, 3 as they were.');
    expect(server.pieces.map(({ part, parts, format }) => [part, parts, format])).toEqual([
      [0, 2, 'csv'],
      [1, 2, 'csv'],
    ]);
    expect(server.pieces.map((piece) => piece.content).join('')).toBe(content);
    for (const piece of server.pieces) expect(piece.content.isWellFormed()).toBe(true);
  });

  it('names every wrong row with its line', async () => {
    const server = new ArticleServer();
    server.imported = { outcome: 'rejected', problems: [{ line: 4, reason: 'title is missing' }], more: 7 };
    renderView(server);
    await choose('articles.json', '[]');
    await screen.findByText(/Nothing was imported/);
    const row = screen.getByText('title is missing').closest('tr') as HTMLElement;
    within(row).getByText('4');
    screen.getByText('7 more problems');
  });

  it('takes no file of another kind', async () => {
    const server = renderView();
    await choose('articles.docx', 'x');
    await screen.findByText(/ends in .csv or .json/);
    expect(server.pieces).toEqual([]);
  });

  it('exports every page into one file', async () => {
    const many = ['A', 'B', 'C'].map((title) => sampleArticle({ key: title, title }));
    renderView(new ArticleServer(many));
    await press('Import and export');
    await press('Export as JSON');
    await screen.findByText('Exported 3 articles.');
    await waitFor(() => expect(files).toHaveLength(1));
    expect(files[0]?.name).toBe('articles.json');
    expect(JSON.parse(files[0]?.content ?? '').map(({ title }: { title: string }) => title)).toEqual(['A', 'B', 'C']);
  });
});
