export { type AddCaseNote, type AddCaseNoteResult, addCaseNote } from './add-case-note';
export { type ChangeCaseStatus, type ChangeCaseStatusResult, changeCaseStatus } from './change-case-status';
export { changeContactLanguage } from './change-contact-language';
export { type CaseReference, type GetCaseResult, getCase } from './get-case';
export { type OpenCase, type OpenedCase, openCase } from './open-case';
export { caseManagementSchema } from './schema';
