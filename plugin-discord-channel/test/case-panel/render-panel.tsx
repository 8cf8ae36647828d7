import { render } from '@testing-library/react';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import { CasePanel } from '../../src/case-panel/case-panel';
import type { PanelClient } from '../../src/functions-api/panel-client';
import type { TaskLike } from '../../src/task-channel/is-discord-task';

export const discordTask: TaskLike = {
  attributes: { channelType: 'discord', case: { id: '5b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e', number: 1042 } },
};

/** Renders the panel as Flex does: inside Paste's theme, with the selected task as a property. */
export function renderPanel(client: PanelClient, task: TaskLike | undefined = discordTask) {
  const drafts = new Map<string, string>();
  const store = { getState: () => ({}), subscribe: () => () => {} };
  let ids = 0;
  const createId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const panel = (selected: TaskLike | undefined) => (
    <CustomizationProvider>
      <CasePanel task={selected} client={client} drafts={drafts} createId={createId} store={store} />
    </CustomizationProvider>
  );
  const { rerender, unmount } = render(panel(task));
  return { select: (selected: TaskLike | undefined) => rerender(panel(selected)), unmount };
}
