import type { CannedResponse } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

export interface CannedOptionProps {
  id: string;
  response: CannedResponse;
  /** Enter takes it. */
  active: boolean;
  onChoose: () => void;
}

/** One canned response to choose: its shortcut, what it is filed under, and how it begins. */
export const CannedOption: React.FC<CannedOptionProps> = ({ id, response, active, onChoose }) => {
  const element = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    // Not there in every browser-like environment.
    if (active) element.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  const about = [response.label, response.language].filter(Boolean).join(' · ');
  return (
    <Box
      ref={element}
      id={id}
      role="option"
      aria-selected={active}
      padding="space30"
      cursor="pointer"
      backgroundColor={active ? 'colorBackgroundPrimaryWeakest' : 'colorBackgroundBody'}
      // The text field keeps the focus.
      onMouseDown={(event: React.MouseEvent) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <Text as="span" fontWeight="fontWeightSemibold">
        /{response.shortcut}
      </Text>{' '}
      {about !== '' && (
        <Text as="span" color="colorTextWeak">
          {about}
        </Text>
      )}
      <Box overflow="hidden" textOverflow="ellipsis" whiteSpace="nowrap" dir="auto">
        {response.text}
      </Box>
    </Box>
  );
};
