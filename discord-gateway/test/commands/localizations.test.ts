import { Locale } from 'discord-api-types/v10';
import { commands } from '../../src/commands';
import { commandLocalizations } from '../../src/commands/localizations';
import { optionLocalizations } from '../../src/commands/option-localizations';

const locales = new Set<string>(Object.values(Locale));
/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const validName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

test.each(Object.entries(commandLocalizations))('/%s is registered with its localisations', (name, texts) => {
  const registered = commands.find(({ definition }) => definition.name === name)?.definition;
  expect(registered?.name_localizations).toEqual(texts.name);
  expect(registered?.description_localizations).toEqual(texts.description);
});

test('no two commands, and no two options of a command, have the same name in any locale', () => {
  const named = commands.map(({ definition }) => definition);
  for (const siblings of [named, ...named.map(({ options }) => options ?? [])]) {
    for (const locale of [...locales, 'default']) {
      const names = siblings.map((one) => (one.name_localizations as Record<string, string>)?.[locale] ?? one.name);
      expect(new Set(names).size).toBe(names.length);
    }
  }
});

test('/nouvelle_fonctionnalite and /aidemoi are what French players type', () => {
  expect(commandLocalizations.new_feature.name.fr).toBe('nouvelle_fonctionnalite');
  expect(commandLocalizations.helpme.name.fr).toBe('aidemoi');
});

describe.each([...Object.entries(commandLocalizations), ...Object.entries(optionLocalizations)])(
  'the localisations of %s',
  (_name, { name: names, description }) => {
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
