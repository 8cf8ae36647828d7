import * as React from 'react';
import type { ViewedChannel, ViewedCommand } from '../../discord/players/player-view';
import { text } from '../text';
import { CommandList, optionId } from './CommandList';
import { readyCommand } from './complete-command';
import { ExtraButtons, type ExtraMessage } from './ExtraButtons';
import { useCommandCompletion } from './use-command-completion';
import { useTypeAnywhere } from './use-type-anywhere';

export interface MessageFormProps {
  channel: ViewedChannel;
  /** Resolves with whether the message went out. */
  onWrite(message: { content: string } | ExtraMessage): Promise<boolean>;
  /** Sends a command that needs nothing more. */
  onRun(command: ViewedCommand): Promise<boolean>;
  /** Opens the form of a command that has options. */
  onChoose(command: ViewedCommand): void;
}

const listId = 'command-list';
/** What a player without Nitro can write. */
const maxLength = 2_000;

/** The line to write in: Enter sends, Shift+Enter breaks the line, a slash at the start offers commands. */
export function MessageForm({ channel, onWrite, onRun, onChoose }: MessageFormProps) {
  const [draft, setDraft] = React.useState('');
  const input = React.useRef<HTMLTextAreaElement>(null);
  const completion = useCommandCompletion(draft, channel.commands);

  useTypeAnywhere(input);

  /** Empties the line at once, as Discord does, and gives the text back if it did not go out. */
  const send = async (action: Promise<boolean>) => {
    setDraft('');
    if (!(await action)) setDraft((newer) => newer || draft);
  };
  const choose = (command: ViewedCommand) => {
    if (command.options.length > 0) onChoose(command);
    else setDraft(`/${command.label}`);
    input.current?.focus();
  };
  const enter = () => {
    const ready = readyCommand(completion.matches, completion.prefix ?? '');
    if (ready) return send(onRun(ready));
    if (completion.active) return choose(completion.active);
    return draft.trim() ? send(onWrite({ content: draft.trim() })) : undefined;
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // While an input method composes, Enter belongs to it.
    if (event.nativeEvent.isComposing) return;
    const choosing = completion.active !== undefined;
    const actions: Record<string, (() => unknown) | undefined> = {
      Enter: event.shiftKey ? undefined : enter,
      ArrowDown: choosing ? () => completion.move(1) : undefined,
      ArrowUp: choosing ? () => completion.move(-1) : undefined,
      Tab: completion.active && !event.shiftKey ? () => completion.active && choose(completion.active) : undefined,
      Escape: completion.prefix === undefined ? undefined : completion.close,
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  const label =
    channel.kind === 'dm'
      ? text('composer.dm', { name: channel.name })
      : text('composer.channel', { channel: channel.name });
  return (
    <div className="message-form">
      {completion.prefix !== undefined && (
        <CommandList id={listId} matches={completion.matches} active={completion.active} onChoose={choose} />
      )}
      <textarea
        ref={input}
        data-testid="composer"
        dir="auto"
        rows={Math.min(8, draft.split('\n').length)}
        value={draft}
        maxLength={maxLength}
        placeholder={label}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={completion.active ? listId : undefined}
        aria-activedescendant={completion.active && optionId(listId, completion.active)}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={onKeyDown}
      />
      <ExtraButtons onSend={onWrite} />
    </div>
  );
}
