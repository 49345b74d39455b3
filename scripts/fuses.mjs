// Electron's fuses: what the packaged program can no longer be talked into. All are named, so that none keeps a default of Electron's
// choosing. electron-builder 26 knows eight of Electron 45's nine, so they are set here, in its hook before signing.
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

export const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  // the snapshot of its own would have to be shipped beside; the app has none
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  // Electron's own default: WebAssembly without checks before each access to memory, which traps all the same
  WasmTrapHandlers: true,
};

/** The program in a packaged folder. */
export function programIn({ appOutDir, electronPlatformName, packager }) {
  switch (electronPlatformName) {
    case 'darwin':
      return join(appOutDir, `${packager.appInfo.productFilename}.app`);
    case 'win32':
      return join(appOutDir, `${packager.appInfo.productFilename}.exe`);
    default:
      return join(appOutDir, packager.executableName);
  }
}

export default async function afterPack(context) {
  const wanted = Object.fromEntries(Object.entries(FUSES).map(([name, on]) => [FuseV1Options[name], on]));
  await flipFuses(programIn(context), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // flipping breaks the signature that Apple's processors ask for; the app is signed properly afterwards, where there is a certificate
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    ...wanted,
  });
}
