import type { ChangeTagRequest, SaveCustomFieldRequest } from '@discord-channel/contracts';
import { functionPaths, type PostDependencies, postToFunctions } from './post-to-functions';
import {
  type ChangeTagResult,
  type CustomFieldsResult,
  readChangedTag,
  readCustomFields,
  readTags,
  type TagsResult,
} from './read-settings';

/** What the team defined for its cases. No call throws; each is tried twice, since a repeated one does nothing more. */
export interface SettingsClient {
  findCustomFields(signal?: AbortSignal): Promise<CustomFieldsResult>;
  saveCustomField(request: SaveCustomFieldRequest): Promise<CustomFieldsResult>;
  deleteCustomField(id: string): Promise<CustomFieldsResult>;
  findTags(signal?: AbortSignal): Promise<TagsResult>;
  changeTag(request: ChangeTagRequest): Promise<ChangeTagResult>;
}

export function createSettingsClient(dependencies: PostDependencies): SettingsClient {
  const attempts = 2;
  const { findCustomFields, saveCustomField, deleteCustomField, findTags, changeTag } = functionPaths;
  const fields = (path: string, request: object, signal?: AbortSignal) =>
    postToFunctions(dependencies, { path, request, read: readCustomFields, attempts, signal });
  return {
    findCustomFields: (signal) => fields(findCustomFields, {}, signal),
    saveCustomField: (request) => fields(saveCustomField, request),
    deleteCustomField: (id) => fields(deleteCustomField, { id }),
    findTags: (signal) =>
      postToFunctions(dependencies, { path: findTags, request: {}, read: readTags, attempts, signal }),
    changeTag: (request) => postToFunctions(dependencies, { path: changeTag, request, read: readChangedTag, attempts }),
  };
}
