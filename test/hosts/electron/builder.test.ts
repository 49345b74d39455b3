import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../../package.json' with { type: 'json' };

interface Association {
  readonly ext: string | readonly string[];
  readonly mimeType?: string;
  readonly rank?: string;
}

interface Platform {
  readonly target: readonly string[];
  readonly fileAssociations?: readonly Association[];
}

interface BuilderConfig {
  readonly asar: boolean;
  readonly asarUnpack: readonly string[];
  readonly afterPack: string;
  readonly electronDist?: string;
  readonly electronFuses?: unknown;
  readonly fileAssociations?: unknown;
  readonly directories: { readonly buildResources: string };
  readonly files: readonly string[];
  readonly extraResources: readonly { readonly from: string; readonly to: string }[];
  readonly mac: Platform;
  readonly win: Platform;
  readonly linux: Platform & { readonly icon: string };
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly portable: Readonly<Record<string, unknown>>;
}

const config = parse(readFileSync('electron-builder.yml', 'utf8')) as BuilderConfig;

describe('electron-builder.yml', () => {
  it('makes what each platform’s people expect', () => {
    expect([config.mac.target, config.win.target, config.linux.target]).toEqual([
      ['dmg', 'zip'],
      ['nsis', 'portable'],
      ['AppImage', 'deb'],
    ]);
  });

  it('installs on Windows for one person without an administrator, and has a build that needs no installation', () => {
    expect(config.nsis).toMatchObject({ perMachine: false, allowElevation: false });
    expect(config.portable).toMatchObject({ requestExecutionLevel: 'user' });
    expect(config.nsis['artifactName']).not.toBe(config.portable['artifactName']);
  });

  it('takes .yaml over from nobody: a kind of its own on Linux, an alternative on macOS, an offer on Windows', () => {
    expect(config.fileAssociations).toBeUndefined();
    expect(config.win.fileAssociations).toBeUndefined();
    expect(config.linux.fileAssociations?.map(({ ext, mimeType }) => [ext, mimeType])).toEqual([
      ['briefing.yaml', 'application/x-lectern-briefing+yaml'],
      ['briefing.yml', 'application/x-lectern-briefing+yaml'],
    ]);
    expect(config.mac.fileAssociations?.map(({ rank }) => rank)).toEqual(['Alternate']);
    const installer = readFileSync('build/installer.nsh', 'utf8');
    expect(installer).toContain('OpenWithProgids');
    expect(installer).not.toMatch(/WriteRegStr SHCTX "Software\\Classes\\\$\{ENDING\}" ""/);
  });

  it('has the icons and the hook that it names, and no Electron of somebody’s own', () => {
    const { buildResources } = config.directories;
    for (const file of ['icon.ico', 'icon.icns', 'installer.nsh']) expect(existsSync(join(buildResources, file)), file).toBe(true);
    expect(existsSync(config.linux.icon)).toBe(true);
    expect(existsSync(config.afterPack)).toBe(true);
    expect([config.electronDist, config.electronFuses, config.asar]).toEqual([undefined, undefined, true]);
  });

  it('lays the licences where a person can open them', () => {
    expect(config.extraResources).toEqual([
      { from: 'LICENSE', to: 'LICENSE.txt' },
      { from: 'dist/THIRD-PARTY-NOTICES.txt', to: 'THIRD-PARTY-NOTICES.txt' },
    ]);
  });

  it('takes no packages beside the bundles but the library for pictures, unpacked, on Linux without native code', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['sharp']);
    expect(config.asarUnpack).toEqual(['node_modules/**']);
    const others = Object.keys(manifest.optionalDependencies).filter((name) => !name.startsWith('@img/'));
    for (const name of others) expect(config.files).toContain(`!${join('node_modules', name, '..', '**')}`);
    expect(config.files).toContain('!node_modules/@img/sharp-{linux,libvips-linux}*/**');
    expect(config.files).not.toContain('**/*');
  });
});
