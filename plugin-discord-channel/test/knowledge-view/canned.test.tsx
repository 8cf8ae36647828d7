import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import { CannedTab } from '../../src/knowledge-view/canned/canned-tab';
import { CannedServer, sampleResponse } from './canned-server';

function renderTab(server = new CannedServer(), leads = true) {
  render(
    <CustomizationProvider>
      <CannedTab canned={server} leads={leads} createId={() => '00000000-0000-4000-8000-000000000001'} />
    </CustomizationProvider>,
  );
  return server;
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const field = (name: RegExp) => within(screen.getByRole('form')).getByLabelText(name);
const type = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } });

describe('the canned responses', () => {
  it('are listed with what they say and for whom they are, and agents may not change them', async () => {
    renderTab(new CannedServer([sampleResponse({ guildId: '200000000000000001', language: 'fr' })]), false);
    const row = (await screen.findByText('/refund')).closest('tr') as HTMLElement;
    for (const words of ['Payments', 'Your refund is on its way.', 'fr', 'Wumpus Quest', 'noor@example.com']) {
      within(row).getByText(words);
    }
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('are added for whom the author chooses', async () => {
    const server = renderTab(new CannedServer([]));
    await press('Add response');
    type(/Shortcut/, 'thanks');
    type(/Text/, 'Thank you!');
    userEvent.selectOptions(field(/Server/), 'Wumpus Quest');
    await press('Save');
    await screen.findByText('/thanks');
    expect(server.saved).toEqual([
      {
        id: '00000000-0000-4000-8000-000000000001',
        version: null,
        server: { applicationId: '100000000000000001', guildId: '200000000000000001' },
        response: { shortcut: 'thanks', text: 'Thank you!', label: '', language: '' },
      },
    ]);
  });

  it('show what is wrong at its field', async () => {
    const server = renderTab();
    await press('Edit /refund');
    type(/Text/, 'Other');
    server.refusals.push({ kind: 'refused', code: 'invalid-request', message: 'Taken.', field: 'response.shortcut' });
    await press('Save');
    await screen.findByText('Taken.');
    expect(document.getElementById(field(/Shortcut/).getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Taken.',
    );
    expect(field(/Text/)).toHaveProperty('value', 'Other');
  });

  it('that somebody else changed meanwhile keep what was typed and bring in the rest', async () => {
    const server = renderTab();
    await press('Edit /refund');
    server.responses = [sampleResponse({ version: 2, shortcut: 'money', text: 'Theirs' })];
    type(/Text/, 'Mine');
    await press('Save');
    await screen.findByText(/noor@example.com changed this in the meantime/);
    expect(field(/Shortcut/)).toHaveProperty('value', 'money');
    expect(field(/Text/)).toHaveProperty('value', 'Mine');
    await press('Save');
    await screen.findByText('/money');
    expect(server.saved.at(-1)).toMatchObject({ version: 2, response: { shortcut: 'money', text: 'Mine' } });
  });

  it('are deleted after a question', async () => {
    renderTab();
    await press('Delete /refund');
    userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    await screen.findByText('No canned responses yet.');
  });
});
