import { Box } from '@twilio-paste/core/box';
import React from 'react';
import { text } from '../strings/text';
import { PanelMessage } from './panel-message';

export interface DeletedCaseProps {
  /** Who deleted it, and when. */
  message: string;
}

/** In the place of a case that was deleted. Whoever was in the middle of it is taken here. */
export const DeletedCase: React.FC<DeletedCaseProps> = ({ message }) => {
  const place = React.useRef<HTMLElement>(null);
  React.useEffect(() => {
    // What had the focus went with the case.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) place.current?.focus();
    });
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box ref={place} tabIndex={-1} outline="none">
      <PanelMessage heading={text('deleted.heading')} text={message} />
    </Box>
  );
};
