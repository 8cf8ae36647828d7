import * as FlexPlugin from '@twilio/flex-plugin';
import { DiscordChannelPlugin } from './discord-channel-plugin';

FlexPlugin.loadPlugin(DiscordChannelPlugin);
