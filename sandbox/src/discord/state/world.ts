/** What the emulated Discord is born with. */
export interface DiscordWorld {
  readonly application: { readonly id: string; readonly name: string };
  readonly bot: { readonly id: string; readonly username: string };
  readonly guild: {
    readonly id: string;
    readonly name: string;
    readonly ownerId: string;
    /** The first one is @everyone, whose id is the server's. */
    readonly roles: readonly {
      readonly id: string;
      readonly name: string;
      /** Bits, as Discord writes them. */
      readonly permissions: string;
      /** The role that the bot was given when it was let in. */
      readonly ofBot?: true;
    }[];
    readonly channels: readonly { readonly id: string; readonly name: string; readonly topic: string }[];
  };
  readonly players: readonly {
    readonly id: string;
    readonly username: string;
    readonly globalName: string | null;
    readonly locale: string;
  }[];
}
