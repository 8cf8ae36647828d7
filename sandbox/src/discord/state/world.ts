/** What the emulated Discord is born with. */
export interface DiscordWorld {
  readonly application: { readonly id: string; readonly name: string };
  readonly bot: { readonly id: string; readonly username: string };
  readonly guild: {
    readonly id: string;
    readonly name: string;
    readonly ownerId: string;
    readonly channels: readonly { readonly id: string; readonly name: string; readonly topic: string }[];
  };
  readonly players: readonly {
    readonly id: string;
    readonly username: string;
    readonly globalName: string | null;
    readonly locale: string;
  }[];
}
