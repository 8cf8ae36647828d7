import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import React from 'react';
import { text } from '../strings/text';

export interface DetailFrameProps {
  onBack: () => void;
  children: React.ReactNode;
}

/** What was opened out of a list, and the way back. The focus begins there, and Escape takes it. */
export const DetailFrame: React.FC<DetailFrameProps> = ({ onBack, children }) => {
  const back = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => back.current?.focus(), []);
  return (
    <Box maxWidth="size70" onKeyDown={(event: React.KeyboardEvent) => event.key === 'Escape' && onBack()}>
      <Box paddingTop="space60" paddingX="space70">
        <Button ref={back} variant="secondary" size="small" onClick={onBack}>
          {text('cases.back')}
        </Button>
      </Box>
      {children}
    </Box>
  );
};
