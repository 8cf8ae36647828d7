import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
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
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
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
