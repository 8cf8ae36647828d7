import type { NamedServer } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { FilePicker, FilePickerButton } from '@twilio-paste/core/file-picker';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { ProgressLine } from '../../case-panel/progress-line';
import type { ArticleClient } from '../../functions-api/article-client';
import { text } from '../../strings/text';
import { ChoiceField } from '../choice-field';
import { chosenServer, serverChoices } from '../server-choices';
import { ImportOutcome } from './import-outcome';
import { type SaveFile, useExport } from './use-export';
import { useImport } from './use-import';

export interface TransferProps {
  client: ArticleClient;
  servers: readonly NamedServer[];
  createId: () => string;
  saveFile: SaveFile;
  onImported: () => void;
}

/** Brings articles of a server in from a file, and takes them along as one. */
export const Transfer: React.FC<TransferProps> = ({ client, servers, createId, saveFile, onImported }) => {
  const choices = serverChoices(servers);
  const [chosen, setChosen] = React.useState(choices[0]?.value ?? '');
  const [file, setFile] = React.useState<File>();
  const fileId = useUID();
  const incoming = useImport(client, createId, onImported);
  const outgoing = useExport(client, saveFile);
  const server = chosenServer(chosen);
  return (
    <Box as="section" aria-label={text('transfer.title')} display="flex" flexDirection="column" rowGap="space50">
      <ChoiceField label={text('transfer.server')} value={chosen} choices={choices} onChoose={setChosen} />
      <Box>
        <Label htmlFor={fileId}>{text('import.file')}</Label>
        <FilePicker
          id={fileId}
          accept=".csv,.json"
          i18nNoSelectionText={text('import.no-file')}
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0]);
            incoming.forget();
          }}
        >
          <FilePickerButton variant="secondary">{text('import.choose')}</FilePickerButton>
        </FilePicker>
        <HelpText>{text('import.hint')}</HelpText>
      </Box>
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space40" rowGap="space40">
        <Button
          variant="primary"
          disabled={file === undefined}
          loading={incoming.state.kind === 'sending'}
          onClick={() => file && void incoming.run(file, server)}
        >
          {text('import.run')}
        </Button>
        <Button variant="secondary" onClick={() => void outgoing.run(server, 'csv')}>
          {text('export.csv')}
        </Button>
        <Button variant="secondary" onClick={() => void outgoing.run(server, 'json')}>
          {text('export.json')}
        </Button>
        <ProgressLine progress={outgoing.progress} />
      </Box>
      <ImportOutcome state={incoming.state} />
    </Box>
  );
};
