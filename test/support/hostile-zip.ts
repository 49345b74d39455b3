/** A zip whose entries all name one stored body, each saying that it is one byte long once unpacked. */
export function entriesOverOneBody(count: number, body: Uint8Array, nameOf: (index: number) => string): Uint8Array {
  const names = Array.from({ length: count }, (_, index) => Buffer.from(nameOf(index)));
  const [first = Buffer.alloc(0)] = names;
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(1, 22);
  local.writeUInt16LE(first.length, 26);
  const directory = names.flatMap((name) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(1, 24);
    entry.writeUInt16LE(name.length, 28);
    return [entry, name];
  });
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + first.length + body.length, 16);
  return Buffer.concat([local, first, body, central, end]);
}
