import { bug } from './bug';
import type { Commands } from './command';
import { helpme } from './helpme';
import { language } from './language';
import { myCases } from './my-cases';
import { newFeature } from './new-feature';

/** Every slash command of the bot. A new one is added here. */
export const commands: Commands = [helpme, bug, newFeature, myCases, language];
