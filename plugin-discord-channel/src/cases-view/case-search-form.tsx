import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { text } from '../strings/text';
import { AdvancedSearch } from './advanced-search';
import { SortFields } from './sort-fields';
import type { CaseList } from './use-case-list';
import type { CaseSearch } from './use-case-search';

export interface CaseSearchFormProps {
  search: CaseSearch;
  list: CaseList;
  client: PanelClient;
  /** The Flex identity of who looks. */
  me: string;
}

/** The search box, Advanced Search that folds out below it, and the agent's own open cases. Enter searches. */
export const CaseSearchForm: React.FC<CaseSearchFormProps> = ({ search, list, client, me }) => {
  const [folded, setFolded] = React.useState(true);
  const id = useUID();
  const advancedId = useUID();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    search.submit();
  };
  return (
    <Box as="form" role="search" aria-label={text('cases.search-label')} onSubmit={submit}>
      <Label htmlFor={id}>{text('cases.search-label')}</Label>
      <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space40" alignItems="center">
        <Box flexGrow={1} maxWidth="size50">
          <Input
            id={id}
            type="search"
            maxLength={200}
            placeholder={text('cases.search-placeholder')}
            value={search.words}
            onChange={(event) => search.setWords(event.currentTarget.value)}
          />
        </Box>
        <Button variant="primary" type="submit">
          {text('cases.search')}
        </Button>
        <Button variant="secondary" onClick={() => search.showOpenOf(me)}>
          {text('cases.mine')}
        </Button>
        <Button
          variant="secondary"
          aria-expanded={!folded}
          aria-controls={advancedId}
          onClick={() => setFolded(!folded)}
        >
          {text('cases.advanced')}
        </Button>
        <Button variant="secondary" onClick={search.clear}>
          {text('cases.clear')}
        </Button>
        <Button variant="secondary" onClick={() => void list.refresh()}>
          {text('cases.refresh')}
        </Button>
      </Box>
      <Box id={advancedId} role="group" aria-label={text('cases.advanced')} hidden={folded} marginTop="space60">
        {!folded && (
          <Box display="flex" flexDirection="column" rowGap="space60">
            <AdvancedSearch form={search.form} client={client} />
            <SortFields sort={list.question.sort} onSort={(sort) => list.ask({ ...list.question, sort })} />
          </Box>
        )}
      </Box>
    </Box>
  );
};
