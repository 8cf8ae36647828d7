import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../strings/text';

export interface ArticleSearchFormProps {
  /** Empty: nothing is searched for any more. */
  onSearch: (words: string) => void;
}

/** Searches with Enter or the button. */
export const ArticleSearchForm: React.FC<ArticleSearchFormProps> = ({ onSearch }) => {
  const [words, setWords] = React.useState('');
  const id = useUID();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onSearch(words.trim());
  };
  return (
    <Box as="form" role="search" aria-label={text('knowledge.search')} onSubmit={submit}>
      <Label htmlFor={id}>{text('knowledge.search')}</Label>
      <Box display="flex" columnGap="space40">
        <Box flexGrow={1}>
          <Input
            id={id}
            type="search"
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </Box>
        <Button variant="secondary" type="submit">
          {text('knowledge.search-button')}
        </Button>
      </Box>
    </Box>
  );
};
