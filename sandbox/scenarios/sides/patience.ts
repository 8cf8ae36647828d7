/**
 * Milliseconds that anything may take which goes through the worker, the Functions and both emulators. After a kill the
 * next worker waits 12 s for what may still be under way, and what the flow does not hear is answered after 10 s more;
 * a busy machine adds to that.
 */
export const patienceMs = 45_000;
