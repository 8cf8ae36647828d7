import { Locale } from 'discord-api-types/v10';
import { commands } from '../../src/commands';
import { commandLocalizations } from '../../src/commands/localizations';

const locales = new Set<string>(Object.values(Locale));
/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const validName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

describe.each(Object.entries(commandLocalizations))(
  'the localisations of /%s',
  (name, { name: names, description }) => {
    it('are registered with the command', () => {
      const registered = commands.find(({ definition }) => definition.name === name)?.definition;
      expect(registered?.name_localizations).toEqual(names);
      expect(registered?.description_localizations).toEqual(description);
    });

    it('name every language of the product that is a locale of Discord, and five more', () => {
      const wanted = ['fr', 'pl', 'ja', 'zh-CN', 'de', 'es-ES', 'pt-BR', 'ko', 'zh-TW'].sort();
      expect(Object.keys(names).sort()).toEqual(wanted);
      expect(Object.keys(description).sort()).toEqual(wanted);
      for (const locale of wanted) expect(locales).toContain(locale);
    });

    it('are names and descriptions that Discord takes', () => {
      for (const localized of Object.values(names)) {
        expect(localized).toMatch(validName);
        expect(localized).toBe(localized?.toLowerCase());
      }
      for (const localized of Object.values(description)) expect(localized?.length).toBeLessThanOrEqual(100);
    });
  },
);
