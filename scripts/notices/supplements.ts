/** Licences of code whose package does not bring their text: its own, or that of code which it carries within. */

import { PATTERNS } from './patterns.ts';

/** One licence that is added to a package's notice. */
export interface Supplement {
  /** Whose code: the package's own name, or that of what it carries. */
  readonly of: string;
  /** SPDX. */
  readonly licence: string;
  readonly copyright: readonly string[];
  /** A file in `texts`. */
  readonly text:
    | 'MIT.txt'
    | 'Apache-2.0.txt'
    | 'Zlib.txt'
    | '0BSD.txt'
    | 'BSD-3-Clause.txt'
    | 'HarfBuzz.txt'
    | 'LGPL-3.0.txt'
    | 'LPPL-1.0.txt'
    | 'LPPL-1.3c.txt'
    | 'MPL-1.1.txt'
    | 'free-patterns.txt';
}

const DEVON_GOVETT = 'Copyright (c) Devon Govett <devongovett@gmail.com>';

/** What a program gets from Emscripten that is compiled with it. */
const EMSCRIPTEN: readonly Supplement[] = [
  { of: 'Emscripten', licence: 'MIT', copyright: ['Copyright (c) 2010-2014 Emscripten authors'], text: 'MIT.txt' },
  { of: 'musl', licence: 'MIT', copyright: ['Copyright © 2005-2012 Rich Felker'], text: 'MIT.txt' },
];

/** What sharp's native code and its WebAssembly hold, as files of their own that another build of libvips can take the place of. */
const LIBVIPS: readonly Supplement[] = [
  { of: 'libvips and the libraries named above', licence: 'LGPL-3.0-or-later', copyright: [], text: 'LGPL-3.0.txt' },
];

/**
 * By name and version. With another version of a package the build stops until somebody has looked whether its entry still holds. The
 * copyright lines are as the author writes them in the repository, in a file's head, or, where there are none, as package.json names the
 * author.
 */
export const SUPPLEMENTS: Readonly<Record<string, readonly Supplement[]>> = {
  // the full text, of which the package only gives the address
  '@mozilla/readability 0.6.0': [
    { of: '@mozilla/readability', licence: 'Apache-2.0', copyright: ['Copyright (c) 2010 Arc90 Inc'], text: 'Apache-2.0.txt' },
  ],
  '@img/sharp-libvips-darwin-arm64 1.3.4': LIBVIPS,
  '@img/sharp-libvips-darwin-x64 1.3.4': LIBVIPS,
  '@img/sharp-wasm32 0.35.5': LIBVIPS,
  '@img/sharp-win32-arm64 0.35.5': LIBVIPS,
  '@img/sharp-win32-ia32 0.35.5': LIBVIPS,
  '@img/sharp-win32-x64 0.35.5': LIBVIPS,
  'brotli 1.3.3': [
    { of: 'brotli', licence: 'MIT', copyright: [DEVON_GOVETT], text: 'MIT.txt' },
    {
      of: 'Google’s decoder',
      licence: 'Apache-2.0',
      copyright: ['Copyright 2013 Google Inc. All Rights Reserved.'],
      text: 'Apache-2.0.txt',
    },
  ],
  'dfa 1.2.0': [{ of: 'dfa', licence: 'MIT', copyright: [DEVON_GOVETT], text: 'MIT.txt' }],
  'docx 9.15.2': [
    { of: 'nanoid', licence: 'MIT', copyright: ['Copyright 2017 Andrey Sitnik <andrey@sitnik.es>'], text: 'MIT.txt' },
    { of: 'fflate', licence: 'MIT', copyright: ['Copyright (c) 2026 Arjun Barrett'], text: 'MIT.txt' },
    {
      of: 'stream-browserify',
      licence: 'MIT',
      copyright: ['Copyright Joyent, Inc. and other Node contributors.', 'Copyright (c) James Halliday'],
      text: 'MIT.txt',
    },
    {
      of: 'Babel’s helpers, by @oxc-project/runtime',
      licence: 'MIT',
      copyright: ['Copyright (c) 2014-present Sebastian McKenzie and other contributors'],
      text: 'MIT.txt',
    },
  ],
  'fontkit 2.0.4': [{ of: 'fontkit', licence: 'MIT', copyright: [DEVON_GOVETT], text: 'MIT.txt' }],
  'format 0.2.2': [
    {
      of: 'format',
      licence: 'MIT',
      copyright: ['Copyright © 2010-2016 Sami Samhuri, https://samhuri.net <sami@samhuri.net>'],
      text: 'MIT.txt',
    },
  ],
  'harfbuzzjs 1.6.4': [{ of: 'HarfBuzz', licence: 'MIT-Modern-Variant', copyright: [], text: 'HarfBuzz.txt' }, ...EMSCRIPTEN],
  'hyphen 1.14.1': PATTERNS,
  'pako 1.0.11': [
    {
      of: 'zlib',
      licence: 'Zlib',
      copyright: ['(C) 1995-2013 Jean-loup Gailly and Mark Adler', '(C) 2014-2017 Vitaly Puzrin and Andrey Tupitsin'],
      text: 'Zlib.txt',
    },
  ],
  'pdfjs-dist 5.6.205': [
    {
      of: 'core-js 3.48.0',
      licence: 'MIT',
      copyright: ['Copyright (c) 2013–2025 Denis Pushkarev (zloirock.ru)', 'Copyright (c) 2025–2026 CoreJS Company (core-js.io)'],
      text: 'MIT.txt',
    },
    {
      of: 'Adobe’s character maps (dist/fonts/cmaps)',
      licence: 'BSD-3-Clause',
      copyright: ['Copyright 1990-2009 Adobe Systems Incorporated. All rights reserved.'],
      text: 'BSD-3-Clause.txt',
    },
  ],
  'pptxgenjs 4.0.1': [{ of: 'tslib', licence: '0BSD', copyright: ['Copyright (c) Microsoft Corporation.'], text: '0BSD.txt' }],
  'wawoff2 2.0.1': [
    { of: 'Brotli', licence: 'MIT', copyright: ['Copyright (c) 2009, 2010, 2013-2016 by the Brotli Authors.'], text: 'MIT.txt' },
    ...EMSCRIPTEN,
  ],
  'woff2sfnt-sfnt2woff 1.0.0': [
    { of: 'woff2sfnt-sfnt2woff', licence: 'MIT', copyright: ['Copyright (c) 2014 Onur Demiralay'], text: 'MIT.txt' },
  ],
};
