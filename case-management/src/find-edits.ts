/** What the timeline keeps of an edit: a field that changed, with what stood there before. */
export interface FieldEdit {
  readonly field: string;
  readonly from: EditValue;
  readonly to: EditValue;
  readonly [name: string]: EditValue;
}
type EditValue = string | null | readonly string[] | { readonly id: string; readonly name: string };

/** The fields among these in which two versions of something differ. */
export function findEdits<Field extends string>(
  before: Readonly<Record<Field, EditValue>>,
  after: Readonly<Record<Field, EditValue>>,
  fields: readonly Field[],
): FieldEdit[] {
  return fields
    .map((field) => ({ field, from: before[field], to: after[field] }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}
