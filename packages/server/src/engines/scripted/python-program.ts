// linear in this file: the scripted engine reads demo input
import { splitWords } from './words.ts';

const MAX_VALUES = 24;
const MAX_TITLE_CHARS = 60;
const SAMPLE = [12, 19, 14, 23, 17, 28];
const DRAWING = new Set('draw plot chart graph diagram histogram'.split(' '));

/**
 * A small Python program for a message: it computes the arithmetic of "compute 12 * 7", and otherwise draws the numbers of the message, or sample
 * numbers, and saves them as CSV.
 */
export function pythonProgram(message: string): string {
  const expression = splitWords(message).some((word) => DRAWING.has(word)) ? undefined : arithmetic(message);
  if (expression !== undefined)
    return `result = ${expression}\nprint(${JSON.stringify(expression)}, "=", result)\n`;
  const numbers = (message.match(/-?\d{1,12}(?:\.\d{1,6})?/g) ?? []).slice(0, MAX_VALUES).map(Number);
  return drawing(numbers.length > 1 ? numbers : SAMPLE, message.replace(/\s+/g, ' ').trim());
}

/** The longest arithmetic in a text. No powers: their results can be larger than a machine. */
function arithmetic(text: string): string | undefined {
  return (text.match(/[\d(][\d .()+*/-]*[\d)]/g) ?? [])
    .filter((found) => /\d.*[+*/-].*\d/.test(found) && !found.includes('**'))
    .toSorted((a, b) => b.length - a.length)[0];
}

function drawing(values: readonly number[], title: string): string {
  return `import csv, os

title = ${JSON.stringify(title.slice(0, MAX_TITLE_CHARS))}
values = [${values.join(', ')}]

with open("values.csv", "w", newline="") as file:
    csv.writer(file).writerows([("position", "value"), *enumerate(values, 1)])
print(f"{len(values)} values, mean {sum(values) / len(values):.2f}, largest {max(values)}")
print("Saved", os.path.abspath("values.csv"))

try:
    import matplotlib.pyplot as plt
except ImportError:
    # Bars as a PNG, with the standard library only.
    import struct, zlib
    blue, white, height = b"\\x2b\\x6c\\xb0", b"\\xff\\xff\\xff", 240
    width, largest = 480 // len(values), max(map(abs, values)) or 1
    rows = [
        b"\\0" + b"".join(
            (blue if height - y <= 220 * abs(value) / largest else white) * (width - 4) + white * 4
            for value in values
        )
        for y in range(height)
    ]
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", width * len(values), height, 8, 2, 0, 0, 0)
    display(
        b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"".join(rows))) + chunk(b"IEND", b"")
    )
else:
    plt.plot(range(1, len(values) + 1), values, marker="o")
    plt.title(title)
    plt.show()
`;
}
