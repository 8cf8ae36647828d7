import * as React from 'react';
import { displayName, unreadCount } from './client/client-state';
import { createControlApi } from './client/control-api';
import { useMarkRead } from './client/use-mark-read';
import { useOpenChannel } from './client/use-open-channel';
import { usePlayerClient } from './client/use-player-client';
import { ChannelView } from './components/ChannelView';
import { ModalDialog } from './components/ModalDialog';
import { Notification } from './components/Notification';
import { Rail } from './components/Rail';
import { Sidebar } from './components/Sidebar';
import { text } from './text';

export interface AppProps {
  playerId: string;
}

/** What one player sees of Discord. */
export function App({ playerId }: AppProps) {
  const { state, connected, dispatch } = usePlayerClient(playerId);
  const api = React.useMemo(() => createControlApi(playerId), [playerId]);
  const [openId, openChannel] = useOpenChannel();
  const [homeWithoutDm, setHomeWithoutDm] = React.useState(false);

  const channels = state?.channels ?? [];
  const guildChannels = channels.filter(({ kind }) => kind === 'guild');
  const dms = channels.filter(({ kind }) => kind === 'dm');
  const channel = homeWithoutDm ? undefined : (channels.find(({ id }) => id === openId) ?? guildChannels[0]);
  useMarkRead(channel, api);

  if (!state) return <p className="hint full-page">{text('page.loading')}</p>;

  const open = (id: string | undefined) => {
    setHomeWithoutDm(id === undefined);
    if (id !== undefined) openChannel(id);
  };
  const side = homeWithoutDm || channel?.kind === 'dm' ? 'home' : 'guild';
  const bot = state.users.find((user) => user.bot);
  const unread = dms.filter(({ id }) => id !== channel?.id).map((dm) => ({ dm, count: unreadCount(dm, state.me) }));
  const calling = unread.find(({ count }) => count > 0);

  return (
    <div className="app">
      <Rail
        guildName={state.guild.name}
        side={side}
        unreadDms={unread.reduce((sum, { count }) => sum + count, 0)}
        onOpenHome={() => open(dms[0]?.id)}
        onOpenGuild={() => open(guildChannels[0]?.id)}
      />
      <Sidebar
        side={side}
        guildName={state.guild.name}
        channels={channels}
        openId={channel?.id}
        me={state.me}
        bot={bot}
        onOpen={open}
      />
      <div className="stage">
        <div aria-live="polite">
          {!connected && <p className="failure banner">{text('page.connection-lost')}</p>}
          {calling && (
            <Notification name={bot ? displayName(bot) : calling.dm.name} onOpen={() => open(calling.dm.id)} />
          )}
        </div>
        {channel ? (
          <ChannelView
            key={channel.id}
            state={state}
            channel={channel}
            api={api}
            dispatch={dispatch}
            onOpenChannel={open}
          />
        ) : (
          <main className="hint full-page">{text('dms.none')}</main>
        )}
      </div>
      {state.modal && (
        <ModalDialog
          key={state.modal.interactionId}
          open={state.modal}
          onSubmit={api.submit}
          onClose={() => dispatch({ type: 'modal-closed' })}
        />
      )}
    </div>
  );
}
