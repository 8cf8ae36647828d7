import * as React from 'react';
import type { ViewedChannel, ViewedCommand } from '../../discord/players/player-view';
import type { ControlApi } from '../client/control-api';
import { text } from '../text';
import { CommandForm } from './CommandForm';
import { MessageForm } from './MessageForm';

export interface ComposerProps {
  channel: ViewedChannel;
  api: ControlApi;
}

/** Where the player writes: a message, or a slash command once one is chosen. */
export function Composer({ channel, api }: ComposerProps) {
  const [command, setCommand] = React.useState<ViewedCommand>();
  const [error, setError] = React.useState<string>();

  /** Resolves with whether it went out; what did not can be sent again. */
  const attempt = async (action: Promise<void>): Promise<boolean> => {
    setError(undefined);
    try {
      await action;
      return true;
    } catch (reason) {
      setError(text('composer.failed', { reason: reason instanceof Error ? reason.message : String(reason) }));
      return false;
    }
  };
  const run = (chosen: ViewedCommand, options: Record<string, string | number | boolean>) =>
    attempt(api.run({ name: chosen.name, channelId: channel.id, options }));

  if (!channel.canWrite) {
    return (
      <div className="composer">
        <p className="message-form read-only" data-testid="composer-disabled">
          {text('composer.read-only')}
        </p>
      </div>
    );
  }
  return (
    <div className="composer">
      {error && (
        <p className="failure" role="alert" data-testid="composer-error">
          {error}
        </p>
      )}
      {command ? (
        <CommandForm
          command={command}
          onSend={async (options) => {
            if (await run(command, options)) setCommand(undefined);
          }}
          onCancel={() => setCommand(undefined)}
        />
      ) : (
        <MessageForm
          channel={channel}
          onWrite={(message) => attempt(api.write({ ...message, channelId: channel.id }))}
          onRun={(chosen) => run(chosen, {})}
          onChoose={setCommand}
        />
      )}
    </div>
  );
}
