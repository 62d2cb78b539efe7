import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. What the archive says about it can be a lie. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Already deflated, so `content` is ignored. */
  readonly deflated?: Uint8Array | undefined;
  /** What the archive says is its size when it is unpacked. @defaultValue the truth */
  readonly declaredBytes?: number | undefined;
  /** Declares the sizes in a zip64 field. @defaultValue false */
  readonly zip64?: boolean | undefined;
}

const UTF8_NAME = 0x0800;
const DEFLATED = 8;
const IN_ZIP64 = 0xffffffff;

/** Writes a zip archive. */
export function zipArchive(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, deflated, declaredBytes, zip64 } of entries) {
    const bytes = Buffer.from(content as string);
    const packed = Buffer.from(deflated ?? deflateRawSync(bytes));
    const nameBytes = Buffer.from(name);
    const size = declaredBytes ?? bytes.length;
    const extra = zip64 ? zip64Field(size, packed.length) : Buffer.alloc(0);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(zip64 ? 45 : 20, 0);
    common.writeUInt16LE(UTF8_NAME, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(zip64 ? IN_ZIP64 : packed.length, 14);
    common.writeUInt32LE(zip64 ? IN_ZIP64 : size, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    common.writeUInt16LE(extra.length, 24);
    const trailer = Buffer.alloc(14);
    trailer.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, trailer, nameBytes, extra);
    const parts = [Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, extra, packed];
    local.push(...parts);
    offset += Buffer.concat(parts).length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}

function zip64Field(size: number, packed: number): Buffer {
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(BigInt(size), 4);
  field.writeBigUInt64LE(BigInt(packed), 12);
  return field;
}
