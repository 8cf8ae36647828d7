import type { Tag } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Table, TBody, Td, THead, Th, Tr } from '@twilio-paste/core/table';
import React from 'react';
import { text } from '../../strings/text';
import { TagForm } from './tag-form';
import type { Settings } from './use-settings';

export interface TagListProps {
  settings: Settings;
  tags: readonly Tag[];
}

/** The team's tags with how many cases have each; given another name or taken away on all of them. */
export const TagList: React.FC<TagListProps> = ({ settings, tags }) => {
  const [renamed, setRenamed] = React.useState<string>();
  return (
    <Box display="flex" flexDirection="column" rowGap="space50" alignItems="start">
      {tags.length > 0 && (
        <Table aria-label={text('settings.tags')}>
          <THead>
            <Tr>
              <Th>{text('settings.name')}</Th>
              <Th>{text('settings.cases')}</Th>
              <Th>{text('settings.actions')}</Th>
            </Tr>
          </THead>
          <TBody>
            {tags.map(({ name, cases }) => (
              <Tr key={name}>
                <Td>{name}</Td>
                <Td>{cases.toLocaleString()}</Td>
                <Td>
                  <Box display="flex" columnGap="space30">
                    <Button variant="link" onClick={() => setRenamed(name)}>
                      {text('settings.rename', { name })}
                    </Button>
                    <Button
                      variant="destructive_link"
                      onClick={() => void settings.changeTag({ change: 'delete', name })}
                    >
                      {text('settings.delete', { name })}
                    </Button>
                  </Box>
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
      {renamed === undefined ? (
        <TagForm
          key="new"
          label={text('settings.new-tag')}
          busy={settings.busy}
          onSave={(name) => settings.changeTag({ change: 'offer', name })}
        />
      ) : (
        <TagForm
          key={renamed}
          label={text('settings.rename', { name: renamed })}
          busy={settings.busy}
          onCancel={() => setRenamed(undefined)}
          onSave={async (to) => {
            const done = await settings.changeTag({ change: 'rename', name: renamed, to });
            if (done) setRenamed(undefined);
            return done;
          }}
        />
      )}
    </Box>
  );
};
