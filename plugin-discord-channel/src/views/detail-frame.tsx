import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import React from 'react';
import { text } from '../strings/text';

export interface DetailFrameProps {
  onBack: () => void;
  /** What the way back is called. */
  backText?: string;
  /** It has a table in it, which takes all the room that there is. */
  wide?: boolean;
  children: React.ReactNode;
}

/** What was opened out of a list, and the way back. The focus begins there, and Escape takes it. */
export const DetailFrame: React.FC<DetailFrameProps> = ({
  onBack,
  backText = text('cases.back'),
  wide = false,
  children,
}) => {
  const back = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => back.current?.focus(), []);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Out of one thing that is opened in another: one step.
    event.stopPropagation();
    onBack();
  };
  return (
    <Box maxWidth={wide ? undefined : 'size70'} onKeyDown={onKeyDown}>
      <Box paddingTop="space60" paddingX="space70">
        <Button ref={back} variant="secondary" size="small" onClick={onBack}>
          {backText}
        </Button>
      </Box>
      {children}
    </Box>
  );
};
