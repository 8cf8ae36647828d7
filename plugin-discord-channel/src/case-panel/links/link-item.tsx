import type { CaseLink } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../../strings/text';
import { channelLabel } from '../channel-label';
import { Timestamp } from '../timestamp';

export interface LinkItemProps {
  link: CaseLink;
  /** Goes to the agent's own task; undefined when it is over or somebody else's. */
  onOpen?: () => void;
  onRemove: () => void;
}

/** One conversation or task of a case. */
export const LinkItem: React.FC<LinkItemProps> = ({ link, onOpen, onRemove }) => {
  const channel = channelLabel(link.channel);
  const key = link.conversationSid ? 'links.conversation' : 'links.task';
  return (
    <Box as="li" display="flex" flexWrap="wrap" alignItems="center" columnGap="space30">
      <Box flexGrow={1} minWidth="size0">
        <Text as="span">{text(key, { channel })}</Text>{' '}
        <Text as="span" color="colorTextWeak" fontSize="fontSize20">
          <Timestamp at={link.linkedAt} />
        </Text>
      </Box>
      {onOpen && (
        <Button variant="link" size="small" aria-label={text('links.open-this', { channel })} onClick={onOpen}>
          {text('links.open')}
        </Button>
      )}
      <Button variant="link" size="small" aria-label={text('links.remove-this', { channel })} onClick={onRemove}>
        {text('links.remove')}
      </Button>
    </Box>
  );
};
