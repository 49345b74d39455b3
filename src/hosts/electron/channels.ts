/** The only two names that travel between a window and the main process. */
export const CHANNELS = {
  /** Window → main: `(command, payload)`, answered with an `Envelope`. */
  call: 'lectern:call',
  /** Main → window: one `AppEvent`. */
  event: 'lectern:event',
} as const;
