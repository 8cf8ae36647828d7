import {
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  ButtonStyle,
} from 'discord-api-types/v10';
import * as React from 'react';

export interface MessageButtonProps {
  button: APIButtonComponentWithCustomId | APIButtonComponentWithURL;
  /** Id of the button of this message that waits for its answer. */
  pending: string | undefined;
  onPress(customId: string): void;
}

const classes: Record<APIButtonComponentWithCustomId['style'], string> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

/** A button under a message, or a link that looks like one. */
export function MessageButton({ button, pending, onPress }: MessageButtonProps) {
  const face = `${button.emoji?.name ? `${button.emoji.name} ` : ''}${button.label ?? ''}`;
  if (button.style === ButtonStyle.Link) {
    return (
      <a
        className="message-button secondary"
        data-testid="button-row-link"
        href={button.url}
        target="_blank"
        rel="noopener noreferrer nofollow"
      >
        {face} <span aria-hidden="true">↗</span>
      </a>
    );
  }
  const waits = pending === button.custom_id;
  return (
    <button
      type="button"
      className={`message-button ${classes[button.style]}${waits ? ' pending' : ''}`}
      data-testid="button-row-button"
      data-custom-id={button.custom_id}
      disabled={button.disabled || pending !== undefined}
      aria-busy={waits}
      onClick={() => onPress(button.custom_id)}
    >
      {face}
    </button>
  );
}
