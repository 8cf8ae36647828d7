import type { ChangeTagRequest, CustomField, SaveCustomFieldRequest, Tag } from '@discord-channel/contracts';
import type { PanelFailure } from '../../src/functions-api/panel-result';
import type { ChangeTagResult, CustomFieldsResult, TagsResult } from '../../src/functions-api/read-settings';
import type { SettingsClient } from '../../src/functions-api/settings-client';

export const sampleField = (changes: Partial<CustomField> = {}): CustomField => ({
  id: '7b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e',
  subject: 'case',
  kind: 'dropdown',
  name: 'Product',
  options: ['Map', 'Shop'],
  version: 1,
  deleted: false,
  ...changes,
});

/** What the team defined, kept as the Functions would; `refusals` come before any other answer. */
export class SettingsServer implements SettingsClient {
  readonly changes: ChangeTagRequest[] = [];
  readonly refusals: PanelFailure[] = [];
  constructor(
    public fields: CustomField[] = [],
    public tags: Tag[] = [],
  ) {}

  findCustomFields = async (): Promise<CustomFieldsResult> => ({ kind: 'fields', fields: this.fields });

  saveCustomField = async ({ version, ...field }: SaveCustomFieldRequest): Promise<CustomFieldsResult> => {
    const refusal = this.refusals.shift();
    if (refusal) return refusal;
    const others = this.fields.filter(({ id }) => id !== field.id);
    this.fields = [...others, { ...field, version: (version ?? 0) + 1, deleted: false }];
    return { kind: 'fields', fields: this.fields };
  };

  deleteCustomField = async (id: string): Promise<CustomFieldsResult> => {
    this.fields = this.fields.map((field) => (field.id === id ? { ...field, deleted: true } : field));
    return { kind: 'fields', fields: this.fields };
  };

  findTags = async (): Promise<TagsResult> => ({ kind: 'tags', tags: this.tags });

  /** Of a tag on many cases one at a time, as if more did not fit. */
  changeTag = async (change: ChangeTagRequest): Promise<ChangeTagResult> => {
    this.changes.push(change);
    const known = this.tags.find(({ name }) => name === change.name);
    if (change.change === 'offer') this.tags = [...this.tags, { name: change.name, cases: 0, offered: true }];
    const left = (known?.cases ?? 0) - 1;
    if (change.change !== 'offer') {
      this.tags = this.tags
        .filter((tag) => tag !== known || left > 0)
        .map((tag) => (tag === known ? { ...tag, cases: left } : tag));
    }
    return { kind: 'changed', remaining: change.change === 'offer' ? 0 : Math.max(0, left), tags: this.tags };
  };
}
