export {
  isPlayerLocale,
  type PlayerLanguage,
  type PlayerTextKey,
  playerLanguage,
  playerLanguages,
  playerText,
} from './player-text';
