/** Another worker has taken over: this process may neither write nor send any more. */
export class LeaseLost extends Error {
  readonly code = 'lease-lost';
  override readonly name = 'LeaseLost';
  constructor(epoch: number) {
    super(
      `Another worker has taken over from this one (epoch ${epoch}). This process ends; started again it stands by.`,
    );
  }
}
