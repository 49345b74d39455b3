import { partsIn, relatedTo, relationshipsOf } from './package.ts';
import { repeated, type Fault, type Rule } from './rule.ts';

const TYPES = '[Content_Types].xml';

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

function starts(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** The first bytes of what an ending promises. */
const SIGNATURES: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  png: (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  jpeg: (bytes) => starts(bytes, 0xff, 0xd8, 0xff),
  jpg: (bytes) => starts(bytes, 0xff, 0xd8, 0xff),
  svg: (bytes) => starts(bytes, 0x3c) || starts(bytes, 0xef, 0xbb, 0xbf),
  xlsx: (bytes) => starts(bytes, 0x50, 0x4b, 0x03, 0x04),
};

/** Folders of a person's machine, in any of the ways a path or a file address names them. */
const TRACES = /file:\/\/|[A-Za-z]:\\|\/(?:home|Users|root|tmp)\/\w/;

/** What holds for any Office package. ECMA-376 part 2. */
export const PACKAGE_RULES: readonly Rule[] = [
  {
    name: 'well-formed',
    demand: 'Every XML part is well-formed.',
    check: ({ facts }) => [...facts.values()].flatMap(({ name, fault }) => (fault === null ? [] : [{ part: name, message: fault }])),
  },
  {
    name: 'content-types',
    demand: 'Every part has one content type, and no type is given to a part that is not there.',
    check: ({ parts, defaults, overrides }) => {
      const named = new Set(overrides.map(({ part }) => part));
      const missing = overrides.filter(({ part }) => !parts.has(part)).map(({ part }) => `an override for ${part}, which is not there`);
      const twice = repeated(overrides.map(({ part }) => part)).map((part) => `two overrides for ${part}`);
      const untyped = [...parts.keys()].filter((name) => name !== TYPES && !named.has(name) && !defaults.has(extensionOf(name)));
      // `application/xml` says nothing: a part of the deck that has it is one that Office does not find.
      const plain = [...parts.keys()].filter((name) => /^(?:ppt|docProps)\/.*\.xml$/.test(name) && !named.has(name));
      return [...missing, ...twice, ...untyped.map((name) => `no type for ${name}`), ...plain.map((name) => `no override for ${name}`)].map(
        (message) => ({ part: TYPES, message }),
      );
    },
  },
  {
    name: 'relationships',
    demand: 'Every relationship has its own id and leads to a part that is there.',
    check: ({ parts, relationships }) =>
      [...relationships].flatMap(([owner, list]) => {
        const part = relationshipsOf(owner);
        const lost = list
          .filter((r) => r.part !== null && !parts.has(r.part))
          .map((r) => `${r.id} leads to ${r.part ?? ''}, which is not there`);
        const twice = repeated(list.map((r) => r.id)).map((id) => `two relationships ${id}`);
        const ownerless = owner !== '' && !parts.has(owner) ? [`relationships of ${owner}, which is not there`] : [];
        return [...lost, ...twice, ...ownerless].map((message) => ({ part, message }));
      }),
  },
  {
    name: 'used-relationships',
    demand: 'A part names only relationships that it has.',
    check: (pkg) =>
      [...pkg.facts.values()].flatMap(({ name, usedRelationships }) => {
        const has = new Set(relatedTo(pkg, name).map((r) => r.id));
        const lost = usedRelationships.filter((id) => id !== '' && !has.has(id));
        return [...new Set(lost)].map((id) => ({ part: name, message: `${id} is no relationship of it` }));
      }),
  },
  {
    name: 'reachable',
    demand: 'Every part is led to from the package.',
    check: (pkg) => {
      const reached = new Set<string>();
      const visit = (part: string): void => {
        for (const { part: next } of relatedTo(pkg, part)) {
          if (next === null || reached.has(next)) continue;
          reached.add(next);
          visit(next);
        }
      };
      visit('');
      const lost = [...pkg.parts.keys()].filter((name) => name !== TYPES && !name.endsWith('.rels') && !reached.has(name));
      return lost.map((part): Fault => ({ part, message: 'nothing leads to it' }));
    },
  },
  {
    name: 'part-names',
    demand: 'Part names are those of files, with forward slashes, told apart by more than case.',
    check: ({ parts }) => {
      const names = [...parts.keys()];
      const odd = names.filter((name) => name.endsWith('/') || name.startsWith('/') || name.includes('\\') || name.includes('..'));
      const alike = repeated(names.map((name) => name.toLowerCase()));
      return [
        ...odd.map((part) => ({ part, message: 'a name that no part may have' })),
        ...alike.map((part) => ({ part, message: 'a name that stands twice' })),
      ];
    },
  },
  {
    name: 'media',
    demand: 'Pictures and workbooks are what their names say.',
    check: ({ parts }) =>
      [...parts].flatMap(([part, content]) => {
        const expected = SIGNATURES[extensionOf(part)];
        if (!expected) return [];
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        return expected(bytes) ? [] : [{ part, message: `its bytes are not those of a .${extensionOf(part)}` }];
      }),
  },
  {
    name: 'traces',
    demand: 'No path of the machine it was made on stands in properties or relationships.',
    check: (pkg) => {
      const properties = partsIn(pkg, 'docProps/').map(({ name, text }) => [name, text] as const);
      const targets = [...pkg.relationships].map(
        ([owner, list]) => [relationshipsOf(owner), list.map((r) => (r.external ? r.target : '')).join(' ')] as const,
      );
      return [...properties, ...targets].flatMap(([part, text]) => {
        const found = TRACES.exec(text.replace(/https?:\/\/\S+|xmlns[^>]*?"[^"]*"/g, ''));
        return found ? [{ part, message: `a path of this machine: ${found[0]}` }] : [];
      });
    },
  },
];
