import type { DiscordContact } from '@discord-channel/contracts';
import { Avatar } from '@twilio-paste/core/avatar';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import { initialsName } from '../task-channel/initials-name';
import { languageName } from './language-name';
import { plainName } from './plain-name';
import { useLoadedImage } from './use-loaded-image';

export interface PlayerIdentityProps {
  discord: DiscordContact | null;
}

/** Who the player is on Discord. */
export const PlayerIdentity: React.FC<PlayerIdentityProps> = ({ discord }) => (
  <Box as="section" aria-label={text('player.heading')} display="flex" flexDirection="column" rowGap="space50">
    <Heading as="h3" variant="heading50" marginBottom="space0">
      {text('player.heading')}
    </Heading>
    {discord ? (
      <Identity discord={discord} />
    ) : (
      <Text as="p" color="colorTextWeak">
        {text('player.absent')}
      </Text>
    )}
  </Box>
);

const Identity: React.FC<{ discord: DiscordContact }> = ({ discord }) => {
  const avatar = useLoadedImage(discord.avatarUrl);
  const facts: ReadonlyArray<readonly [string, string]> = [
    [text('player.user-id'), discord.userId],
    [text('player.server'), discord.guildName ?? text('player.unknown')],
    [text('player.locale'), discord.locale ? languageName(discord.locale) : text('player.unknown')],
  ];
  return (
    <>
      <Box display="flex" alignItems="center" columnGap="space40">
        <Avatar size="sizeIcon80" name={initialsName(discord.displayName)} src={avatar} />
        <Box minWidth="size0" overflow="hidden" overflowWrap="anywhere">
          <Text as="div" fontWeight="fontWeightSemibold">
            <bdi>{plainName(discord.displayName)}</bdi>
          </Text>
          <Text as="div" color="colorTextWeak">
            <bdi>{`@${plainName(discord.username)}`}</bdi>
          </Text>
        </Box>
      </Box>
      <Box as="dl" margin="space0" display="grid" gridTemplateColumns="auto 1fr" columnGap="space50" rowGap="space20">
        {facts.map(([label, value]) => (
          <React.Fragment key={label}>
            <Text as="dt" color="colorTextWeak">
              {label}
            </Text>
            <Text as="dd" margin="space0" overflowWrap="anywhere">
              {value}
            </Text>
          </React.Fragment>
        ))}
      </Box>
    </>
  );
};
