import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SettingsServer, sampleField } from '../cases-view/settings-server';
import { FeedDouble } from '../live/feed-double';
import { PanelServer } from './panel-server';
import { renderPanel } from './render-panel';

const region = sampleField({ kind: 'text', name: 'Region', options: [] });

async function openPanel(settings: SettingsServer) {
  const server = new PanelServer();
  const feed = new FeedDouble();
  renderPanel(server, undefined, undefined, feed, { settings });
  await screen.findByRole('button', { name: 'Edit case' });
  const tell = () => act(async () => feed.tellOfSettings());
  return { server, tell };
}

describe('fields and tags that a supervisor changes elsewhere', () => {
  it('are there without a reload, under their new name too, and are gone again', async () => {
    const settings = new SettingsServer();
    const { tell } = await openPanel(settings);
    expect(screen.queryByText('Region')).toBeNull();
    settings.fields = [region];
    await tell();
    await screen.findByText('Region');
    settings.fields = [{ ...region, name: 'Part of the world', version: 2 }];
    await tell();
    await screen.findByText('Part of the world');
    settings.fields = [{ ...region, deleted: true, version: 3 }];
    await tell();
    await waitFor(() => expect(screen.queryByText('Part of the world')).toBeNull());
  });

  it('come into a form that is open, which keeps what was typed', async () => {
    const settings = new SettingsServer();
    const { server, tell } = await openPanel(settings);
    userEvent.click(screen.getByRole('button', { name: 'Edit case' }));
    userEvent.type(screen.getByRole('textbox', { name: /Category/ }), 'Billing');
    settings.fields = [region];
    settings.tags = [{ name: 'esports', cases: 0, offered: true }];
    await tell();
    userEvent.type(await screen.findByRole('textbox', { name: 'Region' }), 'North');
    await waitFor(() => expect(document.querySelector('datalist option[value="esports"]')).not.toBeNull());
    userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.requests.at(-1)).toMatchObject({
        name: 'editCase',
        request: { changes: { category: 'Billing', customValues: { [region.id]: 'North' } } },
      }),
    );
  });

  it('stay in the form while somebody fills one in that is deleted, so that the refusal has its place', async () => {
    const settings = new SettingsServer([region]);
    const { server, tell } = await openPanel(settings);
    userEvent.click(screen.getByRole('button', { name: 'Edit case' }));
    userEvent.type(await screen.findByRole('textbox', { name: 'Region' }), 'North');
    settings.fields = [{ ...region, deleted: true, version: 2 }];
    await tell();
    const message = 'This field was deleted.';
    server.next({ kind: 'refused', code: 'invalid-request', message, field: `changes.customValues.${region.id}` });
    userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(message);
    expect((screen.getByRole('textbox', { name: 'Region' }) as HTMLInputElement).value).toBe('North');
  });
});
