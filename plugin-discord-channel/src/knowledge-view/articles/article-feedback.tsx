import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { Table, TBody, Td, THead, Th, Tr } from '@twilio-paste/core/table';
import { Text } from '@twilio-paste/core/text';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { LoadingCase } from '../../case-panel/loading-case';
import { PanelMessage } from '../../case-panel/panel-message';
import { Timestamp } from '../../case-panel/timestamp';
import type { ArticleClient } from '../../functions-api/article-client';
import { text } from '../../strings/text';
import { useArticleFeedback } from './use-article-feedback';

export interface ArticleFeedbackProps {
  client: ArticleClient;
  articleKey: string;
}

/** When, for which words and by whom an article was said not to help. */
export const ArticleFeedback: React.FC<ArticleFeedbackProps> = ({ client, articleKey }) => {
  const { said = [], busy, failure, more } = useArticleFeedback(client, articleKey);
  const id = useUID();
  const count = said.length;
  return (
    <Box as="section" aria-labelledby={id} data-testid="article-feedback" paddingTop="space80">
      <Heading as="h3" variant="heading40" id={id}>
        {text('articles.feedback')}
      </Heading>
      <Box role="status">
        {!busy && failure === undefined && (
          <Text as="p" color="colorTextWeak">
            {count === 0 ? text('articles.feedback-none') : text(more ? 'cases.found' : 'cases.found-all', { count })}
          </Text>
        )}
      </Box>
      {busy && count === 0 && <LoadingCase />}
      {count > 0 && (
        <Table aria-labelledby={id}>
          <THead>
            <Tr>
              <Th width="190px">{text('articles.feedback-at')}</Th>
              <Th>{text('articles.feedback-query')}</Th>
              <Th width="190px">{text('articles.feedback-by')}</Th>
            </Tr>
          </THead>
          <TBody>
            {said.map((one) => (
              <Tr key={`${one.givenAt} ${one.agentName} ${one.query}`}>
                <Td>
                  <Timestamp at={one.givenAt} />
                </Td>
                <Td>
                  <Box wordBreak="break-word">
                    <bdi>{one.query}</bdi>
                  </Box>
                </Td>
                <Td>
                  <bdi>{one.agentName}</bdi>
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
      {failure !== undefined && (
        <PanelMessage heading={text('articles.feedback-failed')} text={failure} failed onRetry={more} />
      )}
      {more && count > 0 && failure === undefined && (
        <Box paddingTop="space40">
          <Button variant="secondary" onClick={more} loading={busy}>
            {text('cases.more')}
          </Button>
        </Box>
      )}
    </Box>
  );
};
