import type { Supplement } from './supplements.ts';

/**
 * Whose the patterns are that words are divided by, which the package `hyphen` has from hyph-utf8 and names no licences of. Each is as the
 * head of its file there says. Changed by Lectern's build, as the LaTeX Project's licence asks to be said: into JSON, exceptions with it.
 */
export const PATTERNS: readonly Supplement[] = [
  {
    of: 'patterns for German, French, Dutch, British English, Danish, Italian, Spanish, Polish and Ukrainian',
    licence: 'MIT',
    copyright: [
      'Copyright (c) 2013-2024 Deutschsprachige Trennmustermannschaft',
      'Copyright (C) 1994-2002 Daniel Flipo, Bernard Gaulle, 2016 Arthur Reutenauer',
      'Copyright (C) 1996 Piet Tutelaers',
      'Copyright (C) 1992, 1996, 2005, 2016 Dominik Wujastyk, Graham Toal',
      'Copyright (C) 1994 Frank Jensen',
      'Copyright (C) 2008-2011 Claudio Beccari',
      'Copyright (C) 1993, 1997 Javier Bezos, 2001-2019 Javier Bezos, CervanTeX',
      'Copyright (C) 1987-1995 Hanna Kołodziejska, Bogusław Jackowski, Marek Ryćko',
      'Copyright (C) 1998-2001 Maksym Polyakov',
    ],
    text: 'MIT.txt',
  },
  {
    of: 'patterns for American English, Norwegian and Finnish',
    licence: 'LicenseRef-free',
    copyright: [
      'Copyright (C) 1990, 2004, 2005 Gerard D.C. Kuiken',
      'Copyright (C) 2004–2005 Rune Kleveland, Ole Michael Selberg, 2007 Karl Ove Hufthammer',
      'Copyright (C) 1986, 1988, 1989 Kauko Saarinen',
    ],
    text: 'free-patterns.txt',
  },
  {
    of: 'patterns for Portuguese',
    licence: 'BSD-3-Clause',
    copyright: [
      'Copyright (C) 1987, 1994, 1996, 2015 Pedro J. de Rezende, 1996, 2015 J. Joao Dias Almeida, 2024 Leonardo Araujo and Aline Benevides',
    ],
    text: 'BSD-3-Clause.txt',
  },
  {
    of: 'patterns for Swedish and Russian, written as JSON by Lectern; as they were in hyph-sv.tex and hyph-ru.tex of hyph-utf8 on CTAN',
    licence: 'LPPL-1.3c',
    copyright: ['Copyright (C) 1994 Jan Michael Rynning', 'Copyright (C) 1999-2003 Alexander I. Lebedev'],
    text: 'LPPL-1.3c.txt',
  },
  {
    of: 'patterns for Turkish, written as JSON by Lectern; as they were in hyph-tr.tex of hyph-utf8 on CTAN',
    licence: 'LPPL-1.0',
    copyright: ['Copyright (C) 1987 Pierre A. MacKay, 2008, 2011 TUG'],
    text: 'LPPL-1.0.txt',
  },
  {
    of: 'patterns for Hungarian, written as JSON by Lectern; their source is hyph-hu.tex of hyph-utf8 on CTAN',
    licence: 'MPL-1.1',
    copyright: ['Copyright (C) 2003 Bence Nagy'],
    text: 'MPL-1.1.txt',
  },
];
