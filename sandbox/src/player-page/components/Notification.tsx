import * as React from 'react';
import { text } from '../text';

export interface NotificationProps {
  /** Who wrote. */
  name: string;
  onOpen(): void;
}

/** Tells of a direct message that came while something else was open; a click or Enter goes there. */
export function Notification({ name, onOpen }: NotificationProps) {
  return (
    <button type="button" className="notification" data-testid="new-message-notification" onClick={onOpen}>
      <span>{text('notification.new-message', { name })}</span>
      <span className="notification-action">{text('notification.open')}</span>
    </button>
  );
}
