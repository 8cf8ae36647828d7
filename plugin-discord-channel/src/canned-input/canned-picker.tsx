import { Box } from '@twilio-paste/core/box';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../strings/text';
import type { CannedMemory } from './canned-memory';
import { CannedOption } from './canned-option';
import { useComboboxRole } from './use-combobox-role';
import { useSlashList } from './use-slash-list';

export interface CannedPickerProps {
  memory: CannedMemory;
  /** The server that a conversation belongs to; null for none. */
  guildOf: (conversationSid: string) => string | null;
  setText: (conversationSid: string, text: string, cursor: number) => void;
  /** Given by Flex UI to what stands in its message input. */
  conversationSid?: string;
}

/** The canned responses that fit the word with a slash which is being typed, above Flex's message input. */
export const CannedPicker: React.FC<CannedPickerProps> = ({ memory, guildOf, setText, conversationSid = '' }) => {
  const [own, setOwn] = React.useState<HTMLElement | null>(null);
  const container = React.useMemo(() => (own ? findInput(own) : null), [own]);
  const listId = useUID();
  const { responses, active, choose, field } = useSlashList({
    container,
    memory,
    guildId: guildOf(conversationSid),
    setText: (body, cursor) => setText(conversationSid, body, cursor),
  });
  const open = responses.length > 0;
  const optionId = (place: number) => `${listId}-${place}`;
  useComboboxRole(container, open ? { listId, activeId: optionId(active) } : undefined);
  return (
    <Box ref={setOwn} position="absolute">
      <Box role="status">
        <ScreenReaderOnly>{open && text('canned.offered', { count: responses.length })}</ScreenReaderOnly>
      </Box>
      {open && (
        <Box
          id={listId}
          role="listbox"
          aria-label={text('canned.tab')}
          data-testid="canned-responses"
          // Flex UI cuts off what stands out of its input.
          position="fixed"
          style={field && above(field)}
          zIndex="zIndex20"
          maxHeight="size30"
          overflowY="auto"
          backgroundColor="colorBackgroundBody"
          borderStyle="solid"
          borderWidth="borderWidth10"
          borderColor="colorBorderWeak"
          borderRadius="borderRadius20"
          boxShadow="shadow"
        >
          {responses.map((response, place) => (
            <CannedOption
              key={response.id}
              id={optionId(place)}
              response={response}
              active={place === active}
              onChoose={() => choose(response)}
            />
          ))}
        </Box>
      )}
    </Box>
  );
};

/** Levels of Flex UI's own layout between what a plugin adds to the message input and its text field, at most. */
const nearby = 4;

/** The closest element around this one that has the text field in it. */
function findInput(own: HTMLElement): HTMLElement | null {
  let around = own.parentElement;
  for (let level = 0; level < nearby && around; level += 1) {
    if (around.querySelector('textarea')) return around;
    around = around.parentElement;
  }
  return own.parentElement;
}

/** Right above the text field and as wide. */
function above(field: HTMLElement): React.CSSProperties {
  const { left, top, width } = field.getBoundingClientRect();
  return { left, width, bottom: window.innerHeight - top };
}
