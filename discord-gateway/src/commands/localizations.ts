import type { LocalizationMap } from 'discord-api-types/v10';

/**
 * Names and descriptions of the commands in Discord's locales; English is in the command itself. Arabic is none of
 * them. https://discord.com/developers/docs/reference#locales
 */
export const commandLocalizations: Readonly<
  Record<
    'helpme' | 'language' | 'bug' | 'new_feature' | 'mycases',
    { name: LocalizationMap; description: LocalizationMap }
  >
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
  bug: {
    name: {
      fr: 'bug',
      pl: 'błąd',
      ja: 'バグ報告',
      'zh-CN': '反馈问题',
      'zh-TW': '回報問題',
      de: 'fehler',
      'es-ES': 'error',
      'pt-BR': 'bug',
      ko: '버그신고',
    },
    description: {
      fr: 'Signalez un bug à l’équipe.',
      pl: 'Zgłoś błąd zespołowi.',
      ja: '不具合をチームに報告します。',
      'zh-CN': '向团队反馈问题。',
      'zh-TW': '向團隊回報問題。',
      de: 'Melde dem Team einen Fehler.',
      'es-ES': 'Informa al equipo de un error.',
      'pt-BR': 'Relate um bug para a equipe.',
      ko: '팀에 버그를 신고하세요.',
    },
  },
  new_feature: {
    name: {
      fr: 'nouvelle_fonctionnalite',
      pl: 'nowa_funkcja',
      ja: '新機能',
      'zh-CN': '新功能',
      'zh-TW': '新功能',
      de: 'neue_funktion',
      'es-ES': 'nueva_funcion',
      'pt-BR': 'novo_recurso',
      ko: '새기능',
    },
    description: {
      fr: 'Partagez une idée pour le jeu.',
      pl: 'Podziel się pomysłem na grę.',
      ja: 'ゲームへのアイデアを送ります。',
      'zh-CN': '分享您对游戏的想法。',
      'zh-TW': '分享您對遊戲的想法。',
      de: 'Teile eine Idee für das Spiel.',
      'es-ES': 'Comparte una idea para el juego.',
      'pt-BR': 'Compartilhe uma ideia para o jogo.',
      ko: '게임에 대한 아이디어를 보내세요.',
    },
  },
  mycases: {
    name: {
      fr: 'mesdossiers',
      pl: 'mojesprawy',
      ja: 'お問い合わせ一覧',
      'zh-CN': '我的工单',
      'zh-TW': '我的案件',
      de: 'meinefälle',
      'es-ES': 'miscasos',
      'pt-BR': 'meuscasos',
      ko: '내문의',
    },
    description: {
      fr: 'Voyez vos dossiers et où ils en sont.',
      pl: 'Zobacz swoje sprawy i ich stan.',
      ja: 'お問い合わせの一覧と状況を表示します。',
      'zh-CN': '查看您的工单及其状态。',
      'zh-TW': '查看您的案件及其狀態。',
      de: 'Sieh deine Fälle und wie es um sie steht.',
      'es-ES': 'Consulta tus casos y su estado.',
      'pt-BR': 'Veja seus casos e como estão.',
      ko: '내 문의와 진행 상황을 확인하세요.',
    },
  },
};
