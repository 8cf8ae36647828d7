import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../../strings/text';
import { Transfer, type TransferProps } from './transfer';

export interface ArticleActionsProps extends TransferProps {
  onAdd: () => void;
}

/** What supervisors and administrators may do with the articles as a whole. */
export const ArticleActions: React.FC<ArticleActionsProps> = ({ onAdd, ...transfer }) => {
  const [transferring, setTransferring] = React.useState(false);
  if (transfer.servers.length === 0) return <Text as="p">{text('articles.no-server')}</Text>;
  return (
    <>
      <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space40">
        <Button variant="primary" onClick={onAdd}>
          {text('articles.add')}
        </Button>
        <Button variant="secondary" aria-expanded={transferring} onClick={() => setTransferring(!transferring)}>
          {text('transfer.title')}
        </Button>
      </Box>
      {transferring && <Transfer {...transfer} />}
    </>
  );
};
