/** Every fuse of the Electron in use, by its name in `@electron/fuses`. */
export const FUSES: Readonly<Record<string, boolean>>;
