import type { LocalizationMap } from 'discord-api-types/v10';

/**
 * Names and descriptions of the commands in Discord's locales; English is in the command itself. Arabic is none of
 * them. https://discord.com/developers/docs/reference#locales
 */
export const commandLocalizations: Readonly<
  Record<'helpme' | 'language', { name: LocalizationMap; description: LocalizationMap }>
> = {
  helpme: {
    name: {
      fr: 'aidemoi',
      pl: 'pomoc',
      ja: 'ヘルプ',
      'zh-CN': '帮助',
      'zh-TW': '幫助',
      de: 'hilfe',
      'es-ES': 'ayuda',
      'pt-BR': 'ajuda',
      ko: '도움말',
    },
    description: {
      fr: 'Discutez avec nous en privé : avec l’assistant virtuel ou avec un agent.',
      pl: 'Porozmawiaj z nami prywatnie: z wirtualnym asystentem albo z konsultantem.',
      ja: 'バーチャルアシスタントまたは担当者と非公開でチャットします。',
      'zh-CN': '与我们私聊：虚拟助手或人工客服。',
      'zh-TW': '與我們私訊：虛擬助理或真人客服。',
      de: 'Schreib uns privat: dem virtuellen Assistenten oder jemandem vom Support.',
      'es-ES': 'Habla con nosotros en privado: con el asistente virtual o con un agente.',
      'pt-BR': 'Fale com a gente em particular: com o assistente virtual ou com um atendente.',
      ko: '가상 도우미 또는 상담원과 비공개로 대화하세요.',
    },
  },
  language: {
    name: {
      fr: 'langue',
      pl: 'język',
      ja: '言語',
      'zh-CN': '语言',
      'zh-TW': '語言',
      de: 'sprache',
      'es-ES': 'idioma',
      'pt-BR': 'idioma',
      ko: '언어',
    },
    description: {
      fr: 'Choisissez la langue dans laquelle je vous écris.',
      pl: 'Wybierz język, w którym mam do Ciebie pisać.',
      ja: 'メッセージの言語を選びます。',
      'zh-CN': '选择我给您发消息使用的语言。',
      'zh-TW': '選擇我傳訊息給您使用的語言。',
      de: 'Wähle die Sprache, in der ich dir schreibe.',
      'es-ES': 'Elige el idioma en el que te escribo.',
      'pt-BR': 'Escolha o idioma em que escrevo para você.',
      ko: '메시지를 받을 언어를 선택하세요.',
    },
  },
};
