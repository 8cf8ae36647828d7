/** What one side of a conversation said, as it stands by now. Texts are told apart by what they say. */
export class Said {
  /** Oldest first, each as it was last edited; what was deleted is not there. */
  readonly texts: string[] = [];
  /** What was edited or deleted since: nobody is to see it any more. */
  readonly withdrawn: string[] = [];

  add(text: string): void {
    this.texts.push(text);
  }

  /** From now on it says something else; undefined: nothing any more. */
  change(from: string, to: string | undefined): void {
    this.withdrawn.push(from);
    this.texts.splice(this.texts.indexOf(from), 1, ...(to === undefined ? [] : [to]));
  }
}

/** A message that was written, with the means of whoever wrote it. */
export interface SaidMessage {
  text: string;
  edit(text: string): Promise<void>;
  remove(): Promise<void>;
}
