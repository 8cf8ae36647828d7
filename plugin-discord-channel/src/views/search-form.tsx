import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../strings/text';

export interface SearchFormProps {
  label: string;
  onSearch: (words: string) => void;
  /** Left out where there is nothing to look at anew: then searching is not the first thing to do there either. */
  onRefresh?: () => void;
}

/** Searches with Enter or the button. */
export const SearchForm: React.FC<SearchFormProps> = ({ label, onSearch, onRefresh }) => {
  const [words, setWords] = React.useState('');
  const id = useUID();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onSearch(words.trim());
  };
  return (
    <Box as="form" role="search" aria-label={label} onSubmit={submit}>
      <Label htmlFor={id}>{label}</Label>
      <Box display="flex" columnGap="space40" maxWidth="size60">
        <Box flexGrow={1}>
          <Input
            id={id}
            type="search"
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </Box>
        <Button variant={onRefresh ? 'primary' : 'secondary'} type="submit">
          {text('cases.search')}
        </Button>
        {onRefresh && (
          <Button variant="secondary" onClick={onRefresh}>
            {text('cases.refresh')}
          </Button>
        )}
      </Box>
    </Box>
  );
};
