import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../../strings/text';
import { ProgressLine } from '../progress-line';
import { LinkItem } from './link-item';
import { LinkPicker } from './link-picker';
import { type UseCaseLinksOptions, useCaseLinks } from './use-case-links';

/** Where the case was talked about, when, and by which channel; one more can be kept with it, or one taken away. */
export const CaseLinks: React.FC<UseCaseLinksOptions> = (props) => {
  const { case: view, desk } = props;
  const { progress, others, taskOf, add, remove } = useCaseLinks(props);
  const headingId = useUID();
  return (
    <Box as="section" aria-labelledby={headingId} display="flex" flexDirection="column" rowGap="space40">
      <Heading as="h3" variant="heading50" marginBottom="space0" id={headingId}>
        {text('links.heading')}
      </Heading>
      {view.links.length === 0 && (
        <Text as="p" color="colorTextWeak">
          {text('links.none')}
        </Text>
      )}
      <Box
        as="ul"
        margin="space0"
        padding="space0"
        listStyleType="none"
        display="flex"
        flexDirection="column"
        rowGap="space30"
      >
        {view.links.map((link) => {
          const task = taskOf(link);
          return (
            <LinkItem
              key={`${link.conversationSid} ${link.taskSid}`}
              link={link}
              onOpen={task && (() => desk?.open(task))}
              onRemove={() => remove(link)}
            />
          );
        })}
      </Box>
      {others.length > 0 && <LinkPicker tasks={others} onPick={add} />}
      <ProgressLine progress={progress} />
    </Box>
  );
};
