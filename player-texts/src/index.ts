export { type PlayerLanguage, type PlayerTextKey, playerLanguage, playerText } from './player-text';
