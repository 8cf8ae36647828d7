import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { SkeletonLoader } from '@twilio-paste/core/skeleton-loader';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { ProgressLine } from '../case-panel/progress-line';
import { text } from '../strings/text';
import { Suggestion, type SuggestionProps } from './suggestion';
import type { UseSuggestions } from './use-suggestions';

export interface SuggestionListProps extends UseSuggestions, Omit<SuggestionProps, 'article' | 'asked'> {}

/** Articles in every state: looked for, none, failed, there. Screen readers are told of each change. */
export const SuggestionList: React.FC<SuggestionListProps> = ({ suggestions, retry, ...rest }) => (
  <Box display="flex" flexDirection="column" rowGap="space40" alignItems="stretch">
    <Box role="status" aria-live="polite">
      <Text as="p" color="colorTextWeak">
        {describe(suggestions)}
      </Text>
    </Box>
    {suggestions.kind === 'looking' && (
      <Box display="flex" flexDirection="column" rowGap="space40" aria-hidden="true">
        <SkeletonLoader width="60%" height="sizeIcon30" />
        <SkeletonLoader width="100%" height="sizeIcon60" />
      </Box>
    )}
    {suggestions.kind === 'failed' && (
      <Box display="flex" flexDirection="column" rowGap="space40" alignItems="flex-start">
        <ProgressLine progress={{ kind: 'failed', message: suggestions.message }} />
        <Button variant="secondary" size="small" onClick={retry}>
          {text('panel.retry')}
        </Button>
      </Box>
    )}
    {suggestions.kind === 'ready' && suggestions.articles.length > 0 && (
      <Box as="ul" margin="space0" padding="space0" listStyleType="none" display="grid" rowGap="space50">
        {suggestions.articles.map((article) => (
          <Suggestion key={article.id} article={article} asked={suggestions.asked} {...rest} />
        ))}
      </Box>
    )}
  </Box>
);

function describe(suggestions: UseSuggestions['suggestions']): string {
  switch (suggestions.kind) {
    case 'idle':
      return text('knowledge.no-message');
    case 'looking':
      return text('knowledge.looking');
    case 'failed':
      return text('knowledge.failed');
    case 'ready': {
      const count = suggestions.articles.length;
      if (count === 0) return text('knowledge.none');
      return count === 1 ? text('knowledge.count-one') : text('knowledge.count', { count });
    }
  }
}
