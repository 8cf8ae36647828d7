import type { MarkedText } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import React from 'react';

export interface MarkedWordsProps {
  marked: MarkedText;
}

/** A text with the words that were looked for marked. Text only: whatever an article holds, it is shown as it is. */
export const MarkedWords: React.FC<MarkedWordsProps> = ({ marked: { text, marks } }) => {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const [begin, end] of marks) {
    // A wrong place must not repeat or lose anything.
    if (!(begin >= at && end > begin && end <= text.length)) continue;
    parts.push(text.slice(at, begin), <Marked key={begin}>{text.slice(begin, end)}</Marked>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
};

const Marked: React.FC = ({ children }) => (
  <Box
    as="mark"
    display="inline"
    backgroundColor="colorBackgroundWarningWeakest"
    borderBottomStyle="solid"
    borderBottomWidth="borderWidth20"
    borderBottomColor="colorBorderWarning"
    color="inherit"
    fontWeight="fontWeightSemibold"
  >
    {children}
  </Box>
);
