import type { CustomField, CustomFieldKind, CustomFieldSubject } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { TextArea } from '@twilio-paste/core/textarea';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { FieldFrame } from '../../case-panel/editing/field-frame';
import { text } from '../../strings/text';
import type { Settings, WrongField } from './use-settings';

export interface FieldFormProps {
  settings: Settings;
  /** Left out for a new one. What a field is for and its kind stay as they began. */
  field: CustomField | undefined;
  createId: () => string;
  onDone: () => void;
}

/** Defines a field, or changes its name and options. */
export const FieldForm: React.FC<FieldFormProps> = ({ settings, field, createId, onDone }) => {
  const [id] = React.useState(() => field?.id ?? createId());
  const [name, setName] = React.useState(field?.name ?? '');
  const [subject, setSubject] = React.useState<CustomFieldSubject>(field?.subject ?? 'case');
  const [kind, setKind] = React.useState<CustomFieldKind>(field?.kind ?? 'text');
  const [options, setOptions] = React.useState(field?.options.join('\n') ?? '');
  const [wrong, setWrong] = React.useState<WrongField>();
  const [nameId, subjectId, kindId, optionsId] = [useUID(), useUID(), useUID(), useUID()];
  const [nameHelpId, optionsHelpId] = [useUID(), useUID()];
  const nameInput = React.useRef<HTMLInputElement>(null);
  const optionsInput = React.useRef<HTMLTextAreaElement>(null);
  React.useEffect(() => {
    if (wrong) (wrong.at === 'name' ? nameInput : optionsInput).current?.focus();
  }, [wrong]);
  const problemAt = (at: WrongField['at']) => (wrong?.at === at ? wrong.message : undefined);
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    const lines = options
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    setWrong(undefined);
    const outcome = await settings.saveField({
      id,
      version: field?.version ?? null,
      subject,
      kind,
      name,
      options: kind === 'dropdown' ? lines : [],
    });
    if (outcome === 'saved') return onDone();
    if (outcome !== 'failed') setWrong(outcome);
  };
  const label = field ? text('settings.edit', { name: field.name }) : text('settings.new-field');
  return (
    <Box
      as="form"
      aria-label={label}
      onSubmit={submit}
      display="flex"
      flexDirection="column"
      rowGap="space50"
      maxWidth="size50"
    >
      <FieldFrame label={text('settings.name')} id={nameId} helpId={nameHelpId} required error={problemAt('name')}>
        <Input
          id={nameId}
          ref={nameInput}
          type="text"
          autoFocus
          aria-describedby={nameHelpId}
          hasError={problemAt('name') !== undefined}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </FieldFrame>
      <Box>
        <Label htmlFor={subjectId}>{text('settings.of')}</Label>
        <Select
          id={subjectId}
          disabled={field !== undefined}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value as CustomFieldSubject)}
        >
          {(['case', 'contact'] as const).map((one) => (
            <Option key={one} value={one}>
              {text(`settings.of.${one}`)}
            </Option>
          ))}
        </Select>
      </Box>
      <Box>
        <Label htmlFor={kindId}>{text('settings.kind')}</Label>
        <Select
          id={kindId}
          disabled={field !== undefined}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as CustomFieldKind)}
        >
          {(['text', 'dropdown', 'checkbox'] as const).map((one) => (
            <Option key={one} value={one}>
              {text(`settings.kind.${one}`)}
            </Option>
          ))}
        </Select>
      </Box>
      {kind === 'dropdown' && (
        <FieldFrame
          label={text('settings.options')}
          id={optionsId}
          helpId={optionsHelpId}
          hint={text('settings.options-hint')}
          error={problemAt('options')}
        >
          <TextArea
            id={optionsId}
            ref={optionsInput}
            aria-describedby={optionsHelpId}
            hasError={problemAt('options') !== undefined}
            value={options}
            onChange={(event) => setOptions(event.currentTarget.value)}
          />
        </FieldFrame>
      )}
      <Box display="flex" columnGap="space40">
        <Button variant="primary" type="submit" loading={settings.busy}>
          {text('edit.save')}
        </Button>
        <Button variant="secondary" onClick={onDone}>
          {text('edit.cancel')}
        </Button>
      </Box>
    </Box>
  );
};
